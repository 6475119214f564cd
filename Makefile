# make install PREFIX=/usr/local: the program, its manual page, and completions for bash, zsh and fish. make uninstall removes them.
PREFIX ?= /usr/local
RUNG ?= dist/rung
ZSHDIR ?= $(PREFIX)/share/zsh/site-functions
share = $(DESTDIR)$(PREFIX)/share
program = "$(DESTDIR)$(PREFIX)/bin/rung"
man = "$(share)/man/man1/rung.1"
bash = "$(share)/bash-completion/completions/rung"
fish = "$(share)/fish/vendor_completions.d/rung.fish"
zsh = "$(DESTDIR)$(ZSHDIR)/_rung"
space := $() $()

.PHONY: all install uninstall
all: $(subst $(space),\ ,$(RUNG))

# Ten minutes; RUNG=PATH installs a program that is there already.
dist/rung:
	release/build

# All is written before any of it is installed: a program that fails here leaves nothing behind.
install: all
	set -e; made=$$(mktemp -d); trap 'rm -rf "$$made"' EXIT; \
	"$(RUNG)" help --man > "$$made/man"; \
	"$(RUNG)" completions bash > "$$made/bash"; \
	sed -i '1{/^#!/d}' "$$made/bash"; \
	"$(RUNG)" completions fish > "$$made/fish"; \
	"$(RUNG)" completions zsh > "$$made/zsh"; \
	install -D -m 755 "$(RUNG)" $(program); \
	install -D -m 644 "$$made/man" $(man); \
	install -D -m 644 "$$made/bash" $(bash); \
	install -D -m 644 "$$made/fish" $(fish); \
	install -D -m 644 "$$made/zsh" $(zsh)

uninstall:
	rm -f $(program) $(man) $(bash) $(fish) $(zsh)
