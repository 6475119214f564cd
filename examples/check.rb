# Checks a spec from Ruby, over the C interface: RUNG_LIBRARY=dist/librung.so ruby examples/check.rb channel.yaml
require "fiddle"
require "json"

library = Fiddle.dlopen(ENV.fetch("RUNG_LIBRARY"))
call = Fiddle::Function.new(library["rung_call"], [Fiddle::TYPE_VOIDP, Fiddle::TYPE_SIZE_T, Fiddle::TYPE_VOIDP], Fiddle::TYPE_VOIDP)
free = Fiddle::Function.new(library["rung_free"], [Fiddle::TYPE_VOIDP], Fiddle::TYPE_VOID)

path = ARGV.fetch(0)
request = JSON.generate(operation: "check", input: {name: path, text: File.read(path)})
response = call.call(request, request.bytesize, nil)
answer = JSON.parse(response.to_s.force_encoding("UTF-8"))
free.call(response)

abort answer["error"] if answer["error"]
findings = answer["findings"]["diagnostics"]
findings.each do |finding|
  start = finding["span"]["start"]
  puts "#{finding["file"]}:#{start["line"]}:#{start["column"]}: #{finding["severity"]}[#{finding["id"]}]: #{finding["message"]}"
end
exit findings.any? { |finding| finding["severity"] == "error" } ? 1 : 0
