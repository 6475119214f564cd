extension MediaLive {
  /// Names that are not those of the API in Terraform's spelling.
  private static let terraformNames = [
    "resolution": "input_resolution", "audio_selectors": "audio_selector", "caption_selectors": "caption_selector", "failover_conditions": "failover_condition",
    "audio_watermarking_settings": "audio_watermark_settings", "font_size": "timecode_burnin_font_size", "position": "timecode_burnin_position",
  ]

  /// What a configuration sets of hashicorp/aws 5.100.0, by `terraform providers schema -json`.
  static let terraformBlocks = TerraformBlocks(
    """
    aac_settings bitrate coding_mode input_type profile rate_control_mode raw_format sample_rate spec vbr_quality
    ac3_settings bitrate bitstream_mode coding_mode dialnorm drc_profile lfe_filter metadata_control
    ancillary_source_settings source_ancillary_channel_number
    archive_cdn_settings archive_s3_settings:
    archive_group_settings rollover_interval archive_cdn_settings: destination!:
    archive_output_settings extension name_modifier container_settings:archive_output_settings.container_settings
    archive_output_settings.container_settings m2ts_settings: raw_settings:
    archive_s3_settings canned_acl
    audio_descriptions audio_selector_name! audio_type audio_type_control language_code language_code_control name! stream_name audio_normalization_settings: audio_watermark_settings: codec_settings:audio_descriptions.codec_settings remix_settings:
    audio_descriptions.codec_settings aac_settings: ac3_settings: eac3_atmos_settings: eac3_settings: mp2_settings: pass_through_settings: wav_settings:
    audio_hls_rendition_selection group_id! name!
    audio_language_selection language_code! language_selection_policy
    audio_normalization_settings algorithm algorithm_control target_lkfs
    audio_only_hls_settings audio_group_id audio_track_type segment_type audio_only_image:
    audio_only_image password_param uri! username
    audio_pid_selection pid!
    audio_selector name! selector_settings:audio_selector.selector_settings
    audio_selector.selector_settings audio_hls_rendition_selection: audio_language_selection: audio_pid_selection: audio_track_selection:
    audio_silence_settings audio_selector_name! audio_silence_threshold_msec
    audio_track_selection dolby_e_decode: tracks!*:
    audio_watermark_settings nielsen_watermarks_settings:
    automatic_input_failover_settings error_clear_time_msec input_preference secondary_input_id! failover_condition*:
    avail_blanking state avail_blanking_image:
    avail_blanking_image password_param uri! username
    aws_medialive_channel channel_class! log_level name! role_arn start_channel tags cdi_input_specification: destinations!*:aws_medialive_channel.destinations encoder_settings!: input_attachments!*: input_specification!: maintenance: vpc:aws_medialive_channel.vpc
    aws_medialive_channel.destinations id! media_package_settings*: multiplex_settings: settings*:
    aws_medialive_channel.vpc public_address_allocation_ids! security_group_ids subnet_ids!
    aws_medialive_input input_security_groups name! role_arn tags type! destinations*:aws_medialive_input.destinations input_devices*: media_connect_flows*: sources*: vpc:aws_medialive_input.vpc
    aws_medialive_input.destinations stream_name!
    aws_medialive_input.vpc security_group_ids subnet_ids!
    aws_medialive_input_security_group tags whitelist_rules!*:
    burn_in_destination_settings alignment background_color background_opacity font_color font_opacity font_resolution font_size outline_color! outline_size shadow_color shadow_opacity shadow_x_offset shadow_y_offset teletext_grid_control! x_position y_position font:
    caption_descriptions accessibility caption_selector_name! language_code language_description name! destination_settings:
    caption_language_mappings caption_channel! language_code! language_description!
    caption_selector language_code name! selector_settings:caption_selector.selector_settings
    caption_selector.selector_settings ancillary_source_settings: arib_source_settings: dvb_sub_source_settings: embedded_source_settings: scte20_source_settings: scte27_source_settings: teletext_source_settings:
    cdi_input_specification resolution!
    channel_mappings output_channel! input_channel_levels!*:
    color_space_settings color_space_passthrough_settings: dolby_vision81_settings: hdr10_settings: rec601_settings: rec709_settings:
    destination destination_ref_id!
    destination_settings arib_destination_settings: burn_in_destination_settings: dvb_sub_destination_settings: ebu_tt_d_destination_settings: embedded_destination_settings: embedded_plus_scte20_destination_settings: rtmp_caption_info_destination_settings: scte20_plus_embedded_destination_settings: scte27_destination_settings: smpte_tt_destination_settings: teletext_destination_settings: ttml_destination_settings: webvtt_destination_settings:
    dolby_e_decode program_selection!
    dvb_nit_settings network_id! network_name! rep_interval
    dvb_sdt_settings output_sdt rep_interval service_name service_provider_name
    dvb_sub_destination_settings alignment background_color background_opacity font_color font_opacity font_resolution font_size outline_color outline_size shadow_color shadow_opacity shadow_x_offset shadow_y_offset teletext_grid_control x_position y_position font:
    dvb_sub_source_settings ocr_language pid
    dvb_tdt_settings rep_interval
    eac3_atmos_settings bitrate coding_mode dialnorm drc_line drc_rf height_trim surround_trim
    eac3_settings attenuation_control bitrate bitstream_mode coding_mode dc_filter dialnorm drc_line drc_rf lfe_control lfe_filter lo_ro_center_mix_level lo_ro_surround_mix_level lt_rt_center_mix_level lt_rt_surround_mix_level metadata_control passthrough_control phase_control stereo_downmix surround_ex_mode surround_mode
    ebu_tt_d_destination_settings copyright_holder fill_line_gap font_family style_control
    embedded_source_settings convert_608_to_708 scte20_detection source_608_channel_number
    encoder_settings audio_descriptions*: avail_blanking: caption_descriptions: global_configuration: motion_graphics_configuration: nielsen_configuration: output_groups!: timecode_config!: video_descriptions:
    failover_condition failover_condition_settings:
    failover_condition_settings audio_silence_settings: input_loss_settings: video_black_settings:
    fec_output_settings column_depth include_fec row_length
    filter_settings temporal_filter_settings:
    fmp4_hls_settings audio_rendition_sets nielsen_id3_behavior timed_metadata_behavior
    font password_param uri! username
    frame_capture_cdn_settings frame_capture_s3_settings:
    frame_capture_group_settings destination!: frame_capture_cdn_settings:
    frame_capture_output_settings name_modifier
    frame_capture_s3_settings canned_acl
    frame_capture_settings capture_interval capture_interval_units
    global_configuration initial_audio_gain input_end_action output_locking_mode output_timing_source support_low_framerate_inputs input_loss_behavior:
    h264_settings adaptive_quantization afd_signaling bitrate buf_fill_pct buf_size color_metadata entropy_encoding fixed_afd flicker_aq force_field_pictures framerate_control framerate_denominator framerate_numerator gop_b_reference gop_closed_cadence gop_num_b_frames gop_size gop_size_units level look_ahead_rate_control max_bitrate min_i_interval num_ref_frames par_control par_denominator par_numerator profile quality_level qvbr_quality_level rate_control_mode scan_type scene_change_detect slices softness spatial_aq subgop_length syntax temporal_aq timecode_insertion filter_settings:
    h265_settings adaptive_quantization afd_signaling alternative_transfer_function bitrate! buf_size color_metadata fixed_afd flicker_aq framerate_denominator! framerate_numerator! gop_closed_cadence gop_size gop_size_units level look_ahead_rate_control max_bitrate min_i_interval min_qp mv_over_picture_boundaries mv_temporal_predictor par_denominator par_numerator profile qvbr_quality_level rate_control_mode scan_type scene_change_detect slices tier tile_height tile_padding tile_width timecode_insertion treeblock_size color_space_settings: filter_settings: timecode_burnin_settings:
    hdr10_settings max_cll max_fall
    hls_akamai_settings connection_retry_interval filecache_duration http_transfer_mode num_retries restart_delay salt token
    hls_basic_put_settings connection_retry_interval filecache_duration num_retries restart_delay
    hls_cdn_settings hls_akamai_settings: hls_basic_put_settings: hls_media_store_settings: hls_s3_settings: hls_webdav_settings:
    hls_group_settings ad_markers base_url_content base_url_content1 base_url_manifest base_url_manifest1 caption_language_setting client_cache codec_specification constant_iv directory_structure discontinuity_tags encryption_type hls_id3_segment_tagging iframe_only_playlists incomplete_segment_behavior index_n_segments input_loss_action iv_in_manifest iv_source keep_segments key_format key_format_versions manifest_compression manifest_duration_format min_segment_length mode output_selection program_date_time program_date_time_clock program_date_time_period redundant_manifest segment_length segments_per_subdirectory stream_inf_resolution timed_metadata_id3_frame timed_metadata_id3_period timestamp_delta_milliseconds ts_file_mode caption_language_mappings*: destination!: hls_cdn_settings: key_provider_settings:
    hls_input_settings bandwidth buffer_segments retries retry_interval scte35_source
    hls_media_store_settings connection_retry_interval filecache_duration media_store_storage_class num_retries restart_delay
    hls_output_settings h265_packaging_type name_modifier segment_modifier hls_settings!:
    hls_s3_settings canned_acl
    hls_settings audio_only_hls_settings: fmp4_hls_settings: frame_capture_hls_settings: standard_hls_settings:
    hls_webdav_settings connection_retry_interval filecache_duration http_transfer_mode num_retries restart_delay
    input_attachments input_attachment_name! input_id! automatic_input_failover_settings: input_settings:
    input_channel_levels gain! input_channel!
    input_devices id!
    input_loss_behavior black_frame_msec input_loss_image_color input_loss_image_type repeat_frame_msec input_loss_image_slate:
    input_loss_image_slate password_param uri! username
    input_loss_settings input_loss_threshold_msec
    input_settings deblock_filter denoise_filter filter_strength input_filter scte35_pid smpte2038_data_preference source_end_behavior audio_selector: caption_selector: network_input_settings: video_selector:
    input_specification codec! input_resolution! maximum_bitrate!
    key_provider_server password_param uri! username
    key_provider_settings static_key_settings:
    m2ts_settings absent_input_audio_behavior arib arib_captions_pid arib_captions_pid_control audio_buffer_model audio_frames_per_pes audio_pids audio_stream_type bitrate buffer_model cc_descriptor dvb_sub_pids dvb_teletext_pid ebif ebp_audio_interval ebp_lookahead_ms ebp_placement ecm_pid es_rate_in_pes etv_platform_pid etv_signal_pid fragment_time klv klv_data_pids nielsen_id3_behavior null_packet_bitrate pat_interval pcr_control pcr_period pcr_pid pmt_interval pmt_pid program_num rate_mode scte27_pids scte35_control scte35_pid segmentation_markers segmentation_style segmentation_time timed_metadata_behavior timed_metadata_pid transport_stream_id video_pid dvb_nit_settings: dvb_sdt_settings: dvb_tdt_settings:
    m3u8_settings audio_frames_per_pes audio_pids ecm_pid nielsen_id3_behavior pat_interval pcr_control pcr_period pcr_pid pmt_interval pmt_pid program_num scte35_behavior scte35_pid timed_metadata_behavior timed_metadata_pid transport_stream_id video_pid
    maintenance maintenance_day! maintenance_start_time!
    media_connect_flows flow_arn!
    media_package_group_settings destination!:
    media_package_settings channel_id!
    motion_graphics_configuration motion_graphics_insertion motion_graphics_settings!:
    motion_graphics_settings html_motion_graphics_settings:
    mp2_settings bitrate coding_mode sample_rate
    ms_smooth_group_settings acquisition_point_id audio_only_timecode_control certificate_mode connection_retry_interval event_id event_id_mode event_stop_behavior filecache_duration fragment_length input_loss_action num_retries restart_delay segmentation_mode send_delay_ms sparse_track_type stream_manifest_behavior timestamp_offset timestamp_offset_mode destination!:
    ms_smooth_output_settings h265_packaging_type name_modifier
    multiplex_output_settings destination!:
    multiplex_settings multiplex_id! program_name!
    network_input_settings server_validation hls_input_settings:
    nielsen_cbet_settings cbet_check_digit_string! cbet_stepaside! csid!
    nielsen_configuration distributor_id nielsen_pcm_to_id3_tagging
    nielsen_naes_ii_nw_settings check_digit_string! sid!
    nielsen_watermarks_settings nielsen_distribution_type nielsen_cbet_settings: nielsen_naes_ii_nw_settings:
    output_group_settings archive_group_settings: frame_capture_group_settings: hls_group_settings: media_package_group_settings: ms_smooth_group_settings: multiplex_group_settings: rtmp_group_settings: udp_group_settings:
    output_groups name output_group_settings!: outputs!:
    output_rectangle height! left_offset! top_offset! width!
    output_settings archive_output_settings: frame_capture_output_settings: hls_output_settings: media_package_output_settings: ms_smooth_output_settings: multiplex_output_settings: rtmp_output_settings: udp_output_settings:
    outputs audio_description_names caption_description_names output_name video_description_name output_settings!:
    remix_settings channels_in channels_out channel_mappings!*:
    rtmp_group_settings ad_markers authentication_scheme cache_full_behavior cache_length caption_data input_loss_action restart_delay
    rtmp_output_settings certificate_mode connection_retry_interval num_retries destination!:
    scte20_source_settings convert_608_to_708 source_608_channel_number
    scte27_source_settings ocr_language pid
    settings password_param stream_name url username
    sources password_param! url! username!
    standard_hls_settings audio_rendition_sets m3u8_settings!:
    static_key_settings static_key_value! key_provider_server:
    teletext_source_settings page_number output_rectangle:
    temporal_filter_settings post_filter_sharpening strength
    timecode_burnin_settings prefix timecode_burnin_font_size timecode_burnin_position
    timecode_config source! sync_threshold
    tracks track!
    ttml_destination_settings style_control!
    udp_group_settings input_loss_action timed_metadata_id3_frame timed_metadata_id3_period
    udp_output_settings buffer_msec container_settings!:udp_output_settings.container_settings destination!: fec_output_settings:
    udp_output_settings.container_settings m2ts_settings:
    video_black_settings black_detect_threshold video_black_threshold_msec
    video_descriptions height name! respond_to_afd scaling_behavior sharpness width codec_settings:video_descriptions.codec_settings
    video_descriptions.codec_settings frame_capture_settings: h264_settings: h265_settings:
    video_selector color_space color_space_usage
    wav_settings bit_depth coding_mode sample_rate
    webvtt_destination_settings style_control!
    whitelist_rules cidr!
    """, names: terraformNames, unknown: ["aws_medialive_input.type": [MediaLiveInputType.mediaConnectRouter.rawValue, MediaLiveInputType.srtListener.rawValue]])
}
