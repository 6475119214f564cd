# make install PREFIX=/usr/local: the program, its manual page, and completions for bash, zsh and fish.
PREFIX ?= /usr/local
RUNG ?= dist/rung
ZSHDIR ?= $(PREFIX)/share/zsh/site-functions
share = $(DESTDIR)$(PREFIX)/share

.PHONY: all install
all: $(RUNG)

# Ten minutes; RUNG=PATH installs a program that is there already.
dist/rung:
	release/build

install: $(RUNG)
	install -D -m 755 $(RUNG) $(DESTDIR)$(PREFIX)/bin/rung
	install -d $(share)/man/man1 $(share)/bash-completion/completions $(share)/fish/vendor_completions.d $(DESTDIR)$(ZSHDIR)
	$(RUNG) help --man > $(share)/man/man1/rung.1
	$(RUNG) completions bash > $(share)/bash-completion/completions/rung
	sed -i '1{/^#!/d}' $(share)/bash-completion/completions/rung
	$(RUNG) completions fish > $(share)/fish/vendor_completions.d/rung.fish
	$(RUNG) completions zsh > $(DESTDIR)$(ZSHDIR)/_rung
