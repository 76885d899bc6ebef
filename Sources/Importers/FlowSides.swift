/// Who sells and who buys, as a row says it.
struct FlowSides: Hashable {
  var exporter = PlaceBook.Entry.world
  var importer = PlaceBook.Entry.world

  func contain(_ entry: PlaceBook.Entry) -> Bool { exporter == entry || importer == entry }
}
