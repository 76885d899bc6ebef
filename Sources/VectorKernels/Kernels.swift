/// The elementwise arithmetic of the simulator, written once and built for several instruction sets.
///
/// Goals, in this order: right to a stated bound; the same bits under every instruction set with fused multiply–add; fast.
/// - The loops over spans are plain, for the compiler to turn into vector code of whatever width the target has; their helpers are
///   `@inline(__always)` and free of branches. What is rare, or reads a table, has a loop of its own.
/// - Every fused step is spelled out; nothing else fuses, so the bits do not depend on the compiler's choices.
/// - Nothing may remain as a symbol that modules share (no arrays, no closure or generic that is not inlined): the linker could
///   hand the copy compiled for wide registers to a processor that lacks them. `.ci/check-wide-registers` looks for such symbols.
/// - The spans of a call have the same count unless said otherwise; a mismatch is our own mistake and stops the program.
package enum Kernels {}

/// a·b + c, rounded once where the instruction set has a fused multiply–add.
///
/// Elsewhere it is rounded twice: a fused one would be a library call of some 30 ns.
@inline(__always)
func fused(_ a: Double, _ b: Double, _ c: Double) -> Double {
  #if FUSED
    c.addingProduct(a, b)
  #else
    a * b + c
  #endif
}
