#pragma once

/// The x86-64 micro-architecture level of this processor that its operating system supports: 1 to 4, or 0 on other processors.
int tariffsim_x86_64_level(void);
