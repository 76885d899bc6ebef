#include "build_facts.h"

const char *tariffsim_commit(void) { return TARIFFSIM_COMMIT; }
