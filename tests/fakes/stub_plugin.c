/* A plug-in of ONNX Runtime that finds no device, as a real one does on a machine without its hardware. */
#include <stddef.h>

void *CreateEpFactories(const char *name, const void *api, const void *logger, void **factories,
                        size_t most, size_t *count) {
    *count = 0;
    return NULL;
}

void *ReleaseEpFactory(void *factory) { return NULL; }
