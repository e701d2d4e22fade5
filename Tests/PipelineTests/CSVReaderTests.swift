import Pipeline
import Testing

struct CSVReaderTests {
    private func rows(_ text: String, delimiter: Character = ",", chunk: Int = .max) throws
        -> [CSVReader.Row]
    {
        var reader = CSVReader(delimiter: try #require(delimiter.asciiValue))
        var rows: [CSVReader.Row] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: max(1, min(chunk, bytes.count))) {
            let end = min(start + min(chunk, bytes.count), bytes.count)
            try reader.read(bytes[start..<end]) { row throws(RunError) in rows.append(row) }
        }
        try reader.finish { row throws(RunError) in rows.append(row) }
        return rows
    }

    private func cells(_ text: String, delimiter: Character = ",") throws -> [[String]] {
        try rows(text, delimiter: delimiter).map { row in
            row.cells.map { String(decoding: $0, as: UTF8.self) }
        }
    }

    @Test(
        arguments: [
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
            ("\"a,b\",c", [["a,b", "c"]]),
            ("\"say \"\"hi\"\"\",c", [["say \"hi\"", "c"]]),
            ("\"two\r\nlines\",c\r\nd,e", [["two\r\nlines", "c"], ["d", "e"]]),
            ("a,,\r\n", [["a", "", ""]]),
            ("\"\"", [[""]]),
            ("a\r\n\r\n\r\nb", [["a"], ["b"]]),
            ("5\" screen,b", [["5\" screen", "b"]]),
            ("zażółć,„gęślą”", [["zażółć", "„gęślą”"]]),
            ("", []),
        ] as [(String, [[String]])])
    func `cells are read as RFC 4180 has them`(text: String, expected: [[String]]) throws {
        #expect(try cells(text) == expected)
        guard !text.isEmpty else { return }
        let whole = try rows(text)
        for chunk in 1...4 { #expect(try rows(text, chunk: chunk) == whole) }
    }

    @Test func `a row is told by the line that it begins in`() throws {
        #expect(try rows("a\n\"b\nb\"\n\nc\r\nd").map(\.line) == [1, 2, 5, 6])
    }

    @Test(arguments: [
        ("a\n\"b\nc", "the quotation mark of line 2 is never closed"),
        ("a\n\"b\"x,c", "a quotation mark is neither doubled nor the cell's last"),
    ])
    func `what is wrong with a row is told`(text: String, problem: String) throws {
        #expect(try rows(text).map(\.problem) == [nil, problem])
    }

    @Test func `a row longer than allowed is told of and passed over`() throws {
        var reader = CSVReader(delimiter: UInt8(ascii: ","), maximumRowLength: 10)
        var rows: [CSVReader.Row] = []
        let text = "short\n" + String(repeating: "x", count: 50) + "\nnext\n"
        try reader.read(text.utf8) { row throws(RunError) in rows.append(row) }
        #expect(rows.map { $0.problem == nil } == [true, false, true])
        #expect(rows[1].cells[0].count == 10)
    }

    @Test(arguments: [
        ("id,text\n1;2;3", ","), ("id;text;data\n1,2", ";"), ("id\ttext\n", "\t"),
        ("id|text|x", "|"), ("\"a;b;c\",text\n", ","), ("text", ","),
        ("text\nok; fine\n", ","), ("\r\n\ntext;id\n", ";"),
    ])
    func `the delimiter is the header's`(header: String, delimiter: Character) {
        #expect(CSVReader.delimiter(ofHeader: Array(header.utf8)) == delimiter.asciiValue)
    }

    @Test func `a row of more cells than bytes are allowed is passed over`() throws {
        var reader = CSVReader(delimiter: UInt8(ascii: ","), maximumRowLength: 10)
        var rows: [CSVReader.Row] = []
        let text = String(repeating: ",", count: 50) + "\nnext\n"
        try reader.read(text.utf8) { row throws(RunError) in rows.append(row) }
        #expect(rows.map { $0.problem == nil } == [false, true])
        #expect(rows[0].cells.count == 10)
    }
}
