/* Calls Rung as a program in C does: `calls STACK CALLS FOLDER`.

   One thread with a stack of STACK KB sends every file of FOLDER/refused, which has an error as its answer, and of FOLDER/answered,
   which has findings, and tells how much of the stack was touched. Then 8 threads with such stacks send those of FOLDER/same CALLS times
   each: the answers are those of the first call, and memory stays within 5 % after the first thousand calls.

   RUNG_EACH tells stack and time of every request; RUNG_SANITIZED lets memory grow, as sanitizers keep what was freed. */
#define _GNU_SOURCE
#include "rung.h"
#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

enum { threads = 8, unused = 0xA5 };

struct file { char *name, *bytes, *answer; size_t length, answer_length; };
struct list { struct file *files; size_t count; };
static size_t stack_size;
static struct list same;

static void fail(const char *what, const char *name, const char *answer) {
  printf("%s: %s: %.300s\n", name, what, answer);
  exit(1);
}

static int by_name(const void *one, const void *other) { return strcmp(((const struct file *)one)->name, ((const struct file *)other)->name); }

static struct list all_of(const char *folder, const char *part) {
  struct list list = {NULL, 0};
  char *path;
  if (asprintf(&path, "%s/%s", folder, part) < 0) abort();
  DIR *directory = opendir(path);
  if (!directory) fail("cannot be read", path, "");
  for (struct dirent *entry; (entry = readdir(directory));) {
    if (entry->d_name[0] == '.') continue;
    list.files = realloc(list.files, (list.count + 1) * sizeof *list.files);
    struct file *file = &list.files[list.count++];
    memset(file, 0, sizeof *file);
    if (asprintf(&file->name, "%s/%s", path, entry->d_name) < 0) abort();
    FILE *opened = fopen(file->name, "rb");
    fseek(opened, 0, SEEK_END);
    file->length = (size_t)ftell(opened);
    rewind(opened);
    /* Exactly as long as it is, so that a sanitizer sees what is read behind it. */
    file->bytes = malloc(file->length ? file->length : 1);
    if (fread(file->bytes, 1, file->length, opened) != file->length) abort();
    fclose(opened);
  }
  closedir(directory);
  free(path);
  if (!list.count) fail("is empty", part, "");
  qsort(list.files, list.count, sizeof *list.files, by_name);
  return list;
}

static void *send_file(void *argument) {
  struct file *file = argument;
  file->answer = rung_call(file->bytes, file->length, &file->answer_length);
  return NULL;
}

/* The answer, given on a stack of its own, and the bytes of the stack that were written to. */
static size_t sent(struct file *file) {
  unsigned char *stack = mmap(NULL, stack_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  memset(stack, unused, stack_size);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  /* What runs over the end meets a page that nobody may touch. */
  size_t page = (size_t)sysconf(_SC_PAGESIZE), untouched = 0;
  mprotect(stack, page, PROT_NONE);
  if (pthread_attr_setstack(&attributes, stack + page, stack_size - page)) fail("no such stack", file->name, "");
  pthread_t thread;
  if (pthread_create(&thread, &attributes, send_file, file)) fail("no thread", file->name, "");
  pthread_join(thread, NULL);
  while (untouched < stack_size - page && stack[page + untouched] == unused) untouched++;
  munmap(stack, stack_size);
  pthread_attr_destroy(&attributes);
  if (strlen(file->answer) != file->answer_length) fail("the length is another", file->name, file->answer);
  return stack_size - untouched;
}

static void *send_many(void *argument) {
  for (size_t index = 0; index < *(size_t *)argument; index++) {
    struct file *file = &same.files[index % same.count];
    size_t length;
    char *answer = rung_call(file->bytes, file->length, &length);
    if (length != file->answer_length || memcmp(answer, file->answer, length)) fail("another answer in another thread", file->name, answer);
    rung_free(answer);
  }
  return NULL;
}

static void round_of(size_t calls) {
  pthread_t running[threads];
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, stack_size);
  for (int index = 0; index < threads; index++)
    if (pthread_create(&running[index], &attributes, send_many, &calls)) fail("no thread", "round", "");
  for (int index = 0; index < threads; index++) pthread_join(running[index], NULL);
  pthread_attr_destroy(&attributes);
}

/* Bytes in memory. */
static double resident(void) {
  FILE *file = fopen("/proc/self/statm", "r");
  long size, pages;
  if (!file || fscanf(file, "%ld %ld", &size, &pages) != 2) abort();
  fclose(file);
  return (double)pages * (double)sysconf(_SC_PAGESIZE);
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
  if (count != 4) return 2;
  setvbuf(stdout, NULL, _IOLBF, 0);
  stack_size = strtoul(arguments[1], NULL, 10) * 1024;
  size_t calls = strtoul(arguments[2], NULL, 10);
  const char *kinds[] = {"refused", "answered", "same"}, *starts[] = {"{\"version\":1,\"error\":\"", "{\"version\":1,\"findings\":{", "{\"version\":1,\"findings\":{"};
  size_t deepest = 0, requests = 0;
  char *where = NULL;
  for (int kind = 0; kind < 3; kind++) {
    struct list list = all_of(arguments[3], kinds[kind]);
    for (size_t index = 0; index < list.count; index++, requests++) {
      struct file *file = &list.files[index];
      double start = seconds();
      size_t depth = sent(file);
      if (strncmp(file->answer, starts[kind], strlen(starts[kind]))) fail("not the answer that it has", file->name, file->answer);
      if (depth > deepest) deepest = depth, free(where), where = strdup(file->name);
      if (getenv("RUNG_EACH")) printf("%zu KB %.3f s %s\n", depth / 1024, seconds() - start, file->name);
      if (kind == 2) continue;
      rung_free(file->answer);
      free(file->bytes);
      free(file->name);
    }
    if (kind == 2) same = list;
    else free(list.files);
  }
  printf("%zu requests on a stack of %zu KB: answered; %zu KB of it used, by %s\n", requests, stack_size / 1024, deepest / 1024, where);
  free(where);
  char *answer = rung_call(NULL, 0, NULL);
  if (!strstr(answer, "\"error\":")) fail("no error", "NULL", answer);
  rung_free(answer);
  rung_free(NULL);

  round_of(1000 / threads);
  double before = resident();
  round_of(calls);
  double grown = resident() / before - 1;
  printf("%d threads, %zu calls each: the same answers; %.0f MB in memory, %+.1f %%\n", threads, calls, before / 1e6, grown * 100);
  for (size_t index = 0; index < same.count; index++) rung_free(same.files[index].answer), free(same.files[index].bytes), free(same.files[index].name);
  free(same.files);
  return grown > 0.05 && !getenv("RUNG_SANITIZED");
}
