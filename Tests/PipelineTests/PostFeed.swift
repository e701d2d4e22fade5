import Foundation

/// A post of a feed, with what says who wrote it.
struct Post {
    var id: String
    var author: String?
    var title: String?
    var text: String
    var link: String?
    /// Days after 21 November 2026, noon UTC.
    var day = 0.0
}

/// An RSS document of posts.
func postRSS(_ posts: [Post]) -> String {
    let items = posts.map { post in
        let date = Date(timeIntervalSince1970: 1_795_262_400 + post.day * 86_400)
        return """
            <item><guid isPermaLink="false">\(post.id)</guid>
            \(post.title.map { "<title>\($0)</title>" } ?? "")
            \(post.author.map { "<dc:creator>\($0)</dc:creator>" } ?? "")
            \(post.link.map { "<link>\($0)</link>" } ?? "")
            <description>\(post.text)</description>
            <dc:date>\(date.formatted(.iso8601))</dc:date></item>
            """
    }
    return """
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Forum</title>
        <link>https://forum.example/</link>\(items.joined())</channel></rss>
        """
}
