import Foundation
import Testing

@testable import Reporting

struct ViewValuesTests {
    private struct View {
        struct Row {
            let name: String
            let count: Int
            let share: Double?
            let small: UInt8
            let price: Decimal
        }

        let rows: [Row]
        let note: String?
        let isShown: Bool
    }

    @Test func `structures become dictionaries, and values stay what they are`() throws {
        let row = View.Row(name: "a", count: 2, share: 0.5, small: 3, price: 4)
        let view = View(rows: [row], note: nil, isShown: true)
        let values = try #require(ViewValues.of(view) as? [String: Any])
        #expect(Set(values.keys) == ["rows", "isShown"])
        #expect(values["isShown"] as? Bool == true)
        let first = try #require((values["rows"] as? [Any])?.first as? [String: Any])
        #expect(first["name"] as? String == "a")
        #expect(first["count"] as? Int == 2)
        #expect(first["share"] as? Double == 0.5)
        #expect(first["small"] as? UInt8 == 3)
        #expect(first["price"] as? Decimal == 4)
    }
}
