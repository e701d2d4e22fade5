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

    @Test func `entries that all have one id are made distinct as fast as others`() {
        var isWhole = true
        let isEven = ProcessorTime.growsEvenly(from: 2_000) { count in
            let items = (0..<count).map {
                "<item><guid>1</guid><title>Awaria</title><description>\($0)</description></item>"
            }
            let document = try? DocumentParser().parse(
                Array("<rss><channel>\(items.joined())</channel></rss>".utf8),
                maximumEntries: count)
            isWhole = isWhole && document?.entries.count == count
        }
        #expect(isEven)
        #expect(isWhole)
    }

    @Test func `the next page of a thread is found no slower among many links`() {
        let post = """
            <table><tr><td><a name="1"></a><b>Jan</b></td><td><table><tr><td>\
            <span class="postbody">Nie działa</span></td></tr></table></td></tr></table>
            """
        var isWhole = true
        let isEven = ProcessorTime.growsEvenly(from: 2_000) { count in
            let link = "<i class=nav><b>1</b> <a href=?x>2</a></i>"
            let links = String(repeating: link, count: count)
            let document = try? DocumentParser().parse(
                Array("\(post)\(links)".utf8), url: "https://b.example/x", kind: .forum)
            isWhole = isWhole && document?.entries.map(\.text) == ["Nie działa"]
        }
        #expect(isEven)
        #expect(isWhole)
    }

    @Test func `many dates that are never closed take no longer than a few`() {
        let words = String(repeating: "Nie działa. ", count: 20_000)
        func time(of count: Int) -> Double {
            let page = "<article>\(String(repeating: "<time>", count: count))\(words)</article>"
            let start = ProcessorTime.now
            let document = try? DocumentParser().parse(Array(page.utf8), kind: .page)
            let seconds = ProcessorTime.now - start
            #expect(document?.entries.count == 1)
            return seconds
        }
        #expect(time(of: 240) < 4 * time(of: 16) + 0.05)
    }

    @Test func `what belongs to a reply is found no slower behind many others`() {
        var isWhole = true
        let isEven = ProcessorTime.growsEvenly(from: 250) { count in
            let replies = (0..<count).map {
                """
                \(String(repeating: "<i></i>", count: 80))<div class="bbp-reply-header">\
                <span class="bbp-reply-post-date">26 November 2026 at 10:15</span></div>\
                <div id="post-\($0)"><div class="bbp-reply-author"><b class="bbp-author-name">Ola</b>\
                </div><div class="bbp-reply-content"><p>Nie działa</p></div></div>
                """
            }
            let document = try? DocumentParser().parse(
                Array("<div>\(replies.joined())</div>".utf8), url: "https://b.example/x",
                kind: .forum, maximumEntries: count)
            isWhole = isWhole && document?.entries.count { $0.published != nil } == count
        }
        #expect(isEven)
        #expect(isWhole)
    }

    @Test func `what the selectors of a list find is put in order no slower among many`() {
        let pair = "<div hidden>a</div><div aria-hidden='true'>b</div>"
        var isWhole = true
        let isEven = ProcessorTime.growsEvenly(from: 1_000) { count in
            let page = "<article>Nie działa</article>\(String(repeating: pair, count: count))"
            let document = try? DocumentParser().parse(Array(page.utf8), kind: .forum)
            isWhole = isWhole && document?.entries.map(\.text) == ["Nie działa"]
        }
        #expect(isEven)
        #expect(isWhole)
    }

    @Test func `what a page says is part of its text is found no slower in a long one`() {
        let selectors = Array(repeating: "\"* * *\"", count: 10).joined(separator: ",")
        let text = "Nie działa od rana, a nikt nie odbiera telefonu na infolinii."
        var isWhole = true
        let isEven = ProcessorTime.growsEvenly(from: 700) { count in
            let page = """
                <script type="application/ld+json">{"cssSelector":[\(selectors)]}</script>
                <p>\(text)</p><nav>\(String(repeating: "<p><b>a</b></p>", count: count))</nav>
                """
            let read = try? DocumentParser().mainText(
                of: Array(page.utf8), url: nil, contentType: nil)
            isWhole = isWhole && read?.text == text
        }
        #expect(isEven)
        #expect(isWhole)
    }
}
