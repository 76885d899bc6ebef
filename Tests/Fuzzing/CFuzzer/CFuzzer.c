#include "CFuzzer.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count);

/// The library has a main that calls this; ours stands in its place, and calls the loop itself.
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  (void)bytes;
  (void)count;
  return 0;
}
