import Model
import Parsing
import TestSupport
import Testing

/// A thread takes as long to read as it has posts, whatever is left out of them.
struct PageCostTests {
    @Test(arguments: [
        #"<div class="reply"><a class="comment-reply-link" href="?r">Odpowiedz</a></div>"#, "",
    ])
    func `reading grows no faster than the thread`(control: String) {
        var isWhole = true
        let isEven = ProcessorTime.growsEvenly(from: 500) { count in
            let comments = (0..<count).map {
                """
                <li class="comment"><article id="comment-\($0)" class="comment-body">\
                <div class="comment-author"><b class="fn">Ola</b></div>\
                <div class="comment-content"><p>Nie działa</p></div>\(control)</article></li>
                """
            }
            let document = try? DocumentParser().parse(
                Array("<ol>\(comments.joined())</ol>".utf8), url: "https://b.example/x",
                kind: .forum, maximumEntries: count)
            // What cannot be read has no entries, and fails the test.
            isWhole = isWhole && document?.entries.count == count
        }
        #expect(isEven)
        #expect(isWhole)
    }
}
