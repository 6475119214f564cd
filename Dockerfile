# The static program of release/build, and nothing else:
#   docker build -t rung . && docker run --rm -v "$PWD:/work" rung check channels/
FROM scratch
COPY dist/rung /rung
WORKDIR /work
ENTRYPOINT ["/rung"]
