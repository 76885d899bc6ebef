#pragma once

/// Renames `path` to `place` only where nothing stands there; 0, or the system's error number.
int tariffsim_rename_to_free(const char *_Nonnull path, const char *_Nonnull place);

/// Lets two paths of one filesystem change places in one step; 0, or the system's error number.
int tariffsim_exchange(const char *_Nonnull path, const char *_Nonnull other);
