/* The few functions of NVIDIA's driver that describe a GPU, for machines without one. The environment says what
   card and driver it plays. Nothing can be computed on it. */
#include <stdlib.h>
#include <string.h>

static int number(const char *name) {
    const char *value = getenv(name);
    return value ? atoi(value) : 0;
}

int cuInit(unsigned flags) { return 0; }
int cuDriverGetVersion(int *version) { *version = number("STUB_CUDA_VERSION"); return 0; }
int cuDeviceGetCount(int *count) { *count = 3; return 0; }
int cuDeviceGet(int *device, int ordinal) { *device = 0; return 0; }
int cuDeviceGetName(char *name, int length, int device) {
    strncpy(name, "NVIDIA GeForce RTX 4070 (stub)", length);
    return 0;
}
int cuDeviceGetAttribute(int *value, int attribute, int device) {
    *value = attribute == 75 ? number("STUB_MAJOR") : attribute == 76 ? number("STUB_MINOR") : 0;
    return 0;
}
