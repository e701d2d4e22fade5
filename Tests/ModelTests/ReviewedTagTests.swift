import Model
import Testing

struct ReviewedTagTests {
    /// A tag that one reviewer took away and one that another missed, of many kinds.
    private static let corrections = (1...16).flatMap { number in
        ["complaint", "praise"].flatMap { category in
            [
                correction(Int64(number), brand: number, was: category, is: nil),
                correction(Int64(number + 20), brand: number, was: nil, is: category),
            ]
        }
    }

    private static func correction(_ entry: Int64, brand: Int, was: String?, is right: String?)
        -> Correction
    {
        Correction(
            entry: entry, brand: Brand.ID("brand-\(brand)"), field: .category, was: was, is: right)
    }

    @Test func `equally frequent corrections are told by brand, then by what was and what is`() {
        let told = ReviewedTag.summing(Self.corrections.shuffled())
        let order = told.map { [$0.brand.value, $0.was ?? "", $0.is ?? ""] }
        #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
        #expect(order.count == 64)
    }

    @Test func `the most frequent stand first`() {
        let told = ReviewedTag.summing(
            Self.corrections + [Self.correction(99, brand: 7, was: "praise", is: nil)])
        #expect(told.first?.entries == [7, 99])
    }
}
