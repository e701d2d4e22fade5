import Pipeline
import Testing

struct WaitingLineTests {
    @Test func `who comes first is served first, whoever comes meanwhile`() {
        var line = WaitingLine<Int>()
        var served: [Int] = []
        for round in 0..<40 {
            // More come than are served, then fewer.
            for number in 0..<(round < 20 ? 5 : 1) { line.append(round * 10 + number) }
            for _ in 0..<3 { if let first = line.popFirst() { served.append(first) } }
        }
        while let first = line.popFirst() { served.append(first) }
        #expect(served.count == 120)
        #expect(served == served.sorted())
        #expect(line.isEmpty)
        #expect(line.popFirst() == nil)
    }
}
