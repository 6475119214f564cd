#include <malloc.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
