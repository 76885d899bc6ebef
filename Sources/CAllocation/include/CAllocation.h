#pragma once
// Nothing is declared: the target takes the place of functions that every C library has.
