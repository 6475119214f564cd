/* The floor: every event of libyaml for every file, and nothing done with it. */
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

int main(int argc, char **argv) {
  long events = 0;
  for (int index = 1; index < argc; index++) {
    FILE *file = fopen(argv[index], "rb");
    if (!file) return 3;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    unsigned char *bytes = malloc(size > 0 ? size : 1);
    if (!bytes || fread(bytes, 1, size, file) != (size_t)size) return 3;
    fclose(file);

    yaml_parser_t parser;
    yaml_event_t event;
    if (!yaml_parser_initialize(&parser)) return 3;
    yaml_parser_set_input_string(&parser, bytes, size);
    int done = 0;
    while (!done) {
      if (!yaml_parser_parse(&parser, &event)) return 1;
      done = event.type == YAML_STREAM_END_EVENT;
      events++;
      yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    free(bytes);
  }
  printf("%ld events\n", events);
  return 0;
}
