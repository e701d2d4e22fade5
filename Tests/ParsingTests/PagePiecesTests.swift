import Model
import Parsing
import Testing

/// Pages are handed to libxml2 in pieces of 64 KiB.
struct PagePiecesTests {
    @Test(arguments: ["script", "style"])
    func `a page is read alike wherever two pieces of it meet`(name: String) throws {
        let start = "<html><body><p>"
        let posts = """
            </p><article><h2>Żółw</h2><p>łódź 😀</p><\(name)>/* </p> */</\(name)>ćma</article>\
            <article><h2>Ryś</h2><p>źdźbło</p></article></body></html>
            """
        for shift in 0...posts.utf8.count {
            let blanks = String(repeating: "a ", count: 32 * 1024 - start.utf8.count / 2 - 1)
            let padding = blanks.dropLast(shift)
            let page = try DocumentParser().parse(
                Array((start + padding + posts).utf8), kind: .page)
            #expect(page.entries.map(\.title) == ["Żółw", "Ryś"], "\(shift)")
            #expect(page.entries.first?.text == "Żółw\nłódź 😀\nćma", "\(shift)")
        }
    }
}
