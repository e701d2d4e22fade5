import Learning
import Testing

struct ConfusionMatrixTests {
    @Test func `accuracy and F1 are those of the textbook`() {
        var matrix = ConfusionMatrix(labels: ["a", "b", "c"])
        #expect(matrix.accuracy == 0 && matrix.macroF1 == 0)
        for (right, given, count) in [
            ("a", "a", 6), ("a", "b", 2), ("b", "b", 3), ("b", "a", 1), ("c", "b", 4),
        ] {
            for _ in 0..<count { matrix.add(right: right, given: given) }
        }
        #expect(matrix.total == 16)
        #expect(matrix.accuracy == 9.0 / 16)
        #expect(matrix.f1("a") == 12.0 / 15)
        #expect(matrix.f1("b") == 6.0 / 13)
        #expect(matrix.f1("c") == 0)
        #expect(matrix.precision("a") == 6.0 / 7 && matrix.recall("a") == 6.0 / 8)
        #expect(matrix.precision("b") == 3.0 / 9 && matrix.recall("b") == 3.0 / 4)
        #expect(matrix.precision("c") == 0 && matrix.recall("c") == 0)
        #expect(matrix.macroF1 == (12.0 / 15 + 6.0 / 13) / 3)
    }
}
