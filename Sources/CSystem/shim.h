#ifdef __linux__
#include <malloc.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#endif
#include <fcntl.h>
#include <sys/types.h>
#include <sys/xattr.h>
#include <unistd.h>

/* No _GNU_SOURCE: it changes types that the C library's own module has defined without it. */

/* Swift does not import fork(2): what a copy of several threads may do is little. This program has one. */
static inline pid_t rung_fork(void) { return fork(); }

/* Ends this process when the one that started it ends. */
static inline void rung_end_with_parent(void) {
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

/* How many bytes a pipe holds that nobody has read. */
static inline void rung_widen_pipe(int end, int size) {
#ifdef __linux__
  fcntl(end, 1031 /* F_SETPIPE_SZ */, size);
#endif
}

/* On how many processors this process may run. */
static inline long rung_cores(void) {
#ifdef __linux__
  unsigned long set[1024];
  long size = syscall(SYS_sched_getaffinity, 0, sizeof set, set), count = 0;
  for (long word = 0; word < size / (long)sizeof *set; word++) count += __builtin_popcountl(set[word]);
  if (count > 0) return count;
#endif
  return sysconf(_SC_NPROCESSORS_ONLN);
}
