import Foundation
import TestSupport

/// Feeds as publishers' software writes them, 10 KB to 2 MB each, made from a fixed seed.
///
/// WordPress, a newspaper, a podcast host, a blog service, a forum and an RSS 1.0 archive; HTML in CDATA,
/// escaped and as XHTML; Polish, Latvian and English words.
struct FeedDocuments {
    private var posts: SyntheticFeeds
    private var random: SeededGenerator
    private var number = 0
    private var post = 0

    static func make(_ count: Int) -> [String] {
        var documents = FeedDocuments()
        return (0..<count).map { documents.document(number: $0) }
    }

    // MARK: - Private

    private static let smallest = 10_000.0
    private static let largest = 2_000_000.0

    private init() {
        posts = SyntheticFeeds(seed: 20_261_126, end: Date(timeIntervalSince1970: 1_795_327_200))
        random = SeededGenerator(seed: 20_261_126)
    }

    private mutating func document(number: Int) -> String {
        self.number = number
        let shape = FeedShape.allCases[number % FeedShape.allCases.count]
        // As many small ones as large ones on a scale of powers, as real feeds are.
        let power = Double.random(in: 0...1, using: &random)
        let size = Int(Self.smallest * pow(Self.largest / Self.smallest, power))
        var document = shape.head(site: site, language: ["pl", "lv", "en"][number % 3])
        var entry = 0
        while document.utf8.count < size {
            document += self.entry(entry, in: shape)
            entry += 1
        }
        return document + shape.tail
    }

    private var site: String { "https://site\(number).example" }

    private mutating func entry(_ index: Int, in shape: FeedShape) -> String {
        let paragraphs = shape == .newspaper ? 0 : Int.random(in: 2...14, using: &random)
        return shape.entry(
            FeedShape.Parts(
                site: site, number: index, title: sentences(), summary: sentences(),
                html: (0..<paragraphs).map { block($0) }.joined(separator: "\n"),
                author: "author \(Int.random(in: 0..<400, using: &random))",
                day: 1 + index % 28, second: Int.random(in: 0..<60, using: &random)))
    }

    /// One block of a post, in the mark-up that editors leave behind.
    private mutating func block(_ index: Int) -> String {
        let text = sentences()
        switch Int.random(in: 0..<12, using: &random) {
        case 0:
            let image = "\(site)/wp-content/uploads/2026/11/image-\(post)"
            return """
                <figure class="wp-block-image size-large"><img loading="lazy" decoding="async" \
                width="1024" height="683" src="\(image)-1024x683.jpg" alt="\(text)" \
                class="wp-image-\(post)" srcset="\(image)-1024x683.jpg 1024w, \(image)-300x200.jpg \
                300w, \(image)-768x512.jpg 768w" sizes="auto, (max-width: 1024px) 100vw, 1024px" \
                /><figcaption class="wp-element-caption">\(text)</figcaption></figure>
                """
        case 1:
            return "<ul class=\"wp-block-list\">\n<li>\(text)</li>\n<li>\(sentences())</li>\n</ul>"
        case 2:
            return "<blockquote class=\"wp-block-quote\"><p>\(text)</p></blockquote>"
        case 3:
            return "<h2 class=\"wp-block-heading\" id=\"h-\(index)\">\(text)</h2>"
        case 4...6:
            return """
                <p>\(text) <a href="\(site)/tag/\(index)/?utm_source=feed&amp;utm_medium=rss" \
                target="_blank" rel="noopener">\(sentences())</a>&nbsp;&#8211; \(sentences())</p>
                """
        case 7:
            return "<p><strong>\(text)</strong><br />\n&bdquo;\(sentences())&rdquo; <em>xD</em></p>"
        case 8:
            return "<p style=\"text-align: justify;\"><span>\(text)</span> \(sentences()) 👍</p>"
        default:
            return "<p>\(text) \(sentences()) \(sentences())</p>"
        }
    }

    /// One to three, all of a document in one language.
    private mutating func sentences() -> String {
        post += 1
        return posts.post(number: post * 3 + number % 3)
    }
}
