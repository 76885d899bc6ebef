#pragma once

/// The commit the program was built from, followed by + where the tree had other changes; empty where it is not known.
const char *_Nonnull tariffsim_commit(void);
