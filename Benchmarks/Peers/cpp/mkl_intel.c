/* Loaded before oneMKL: it then takes the code path for the processor's instructions on processors of other makers too, where
   by itself it would fall back to one without AVX. A public workaround, needed for a fair comparison. */
int mkl_serv_intel_cpu_true(void) { return 1; }
