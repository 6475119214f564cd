#ifdef __linux__
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <fcntl.h>
#include <malloc.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/vfs.h>
#endif
#include <sys/types.h>
#include <sys/xattr.h>
#include <unistd.h>

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
#ifdef F_SETPIPE_SZ
  fcntl(end, F_SETPIPE_SZ, size);
#endif
}

/* On how many processors this process may run. */
static inline long rung_cores(void) {
#ifdef __linux__
  cpu_set_t set;
  if (sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
#endif
  return sysconf(_SC_NPROCESSORS_ONLN);
}
