import Foundation
import Model

/// Posts as a site lists them in JSON for programs, where it has no feed of them.
///
/// Each platform has its own terms for this: those of WordPress, Discourse, Mastodon and Bluesky are known.
struct PostList {
    struct Post {
        /// Where it starts in the source.
        let offset: Int
        let id: String?
        /// Relative to the site, or absolute.
        var link: String?
        /// Plain text on one line.
        var title: String?
        var summary: HTMLFragment?
        var content: HTMLFragment?
        var author: Person?
        var published: StatedDate?
        var updated: StatedDate?
        var categories: [String] = []
        var language: String?
        var enclosures: [Enclosure] = []
        /// How its writer rates what it is about.
        var stars: Stars?
        var commentCount: Int?
        /// Id of the post that this one answers, or its address, which begins with `/` where it is relative.
        var inReplyTo: String?
    }

    /// What all of them are about; `nil` where these are several things, or it is not said.
    var title: String?
    var posts: LimitedList<Post>
    /// Where elements stand in the source that are no posts of the platform.
    var strangers: [Int] = []
    /// Where older posts stand; `nil` where it is not said.
    var next: Next?
    /// How many more posts the platform counts in what it lists the first of; `nil` where it does not.
    var unlisted: Int?
}

extension PostList {
    /// Where a list goes on, with older posts.
    enum Next {
        /// Relative to the site, or absolute.
        case address(String)
        /// The address of the list itself, with this in its query.
        case query(name: String, value: String)

        func address(after url: String?, base: WebAddress?) -> String? {
            switch self {
            case .address(let address): return WebAddress.link(address, base: base)
            case .query(let name, let value):
                guard let url, var parts = URLComponents(string: url) else { return nil }
                let item = URLQueryItem(
                    name: name,
                    value: value.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
                let others = (parts.percentEncodedQueryItems ?? []).filter { $0.name != name }
                parts.percentEncodedQueryItems = others + [item]
                return parts.string
            }
        }
    }
}

extension PostList.Post: DatedElement {
    var latestDate: Date? { [published, updated].latest }
}
