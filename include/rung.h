/* Rung as a library of C. It opens no file, keeps no state between calls, and may be called from any number of threads; a thread
   needs a stack of 512 KB. docs/library-c.md describes requests and responses. */
#ifndef RUNG_H
#define RUNG_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Answers a request: a JSON text in UTF-8 of `length` bytes. The response is a JSON text that ends with a NUL; its length without
   that is written to `response_length` unless it is NULL. It is never NULL, and belongs to the caller, who returns it with rung_free. */
char *rung_call(const char *request, size_t length, size_t *response_length);

/* Returns what rung_call gave; NULL is allowed. */
void rung_free(char *response);

/* The version of Rung, such as "0.1.0". It is never freed. */
const char *rung_version(void);

#ifdef __cplusplus
}
#endif

#endif
