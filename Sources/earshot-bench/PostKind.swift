import Model

/// The kinds of posts that tagging is measured on, each generated from a fixed seed.
enum PostKind: String, CaseIterable {
    /// English alone, which is what VADER is made for, of up to 280 characters.
    case english
    /// English, Polish and Latvian in turn, of up to 280 characters.
    case short
    /// The same of more than 280 characters.
    case long

    func posts(_ count: Int) -> [String] {
        var generator = SyntheticPosts(seed: 20_261_122)
        var posts: [String] = []
        var number = 0
        while posts.count < count {
            let post = generator.next(number: number)
            number += 1
            if isOne(post) { posts.append(post.text) }
        }
        return posts
    }

    // MARK: - Private

    private static let shortLength = 280

    private func isOne(_ post: EntryText) -> Bool {
        let isShort = post.text.unicodeScalars.count <= Self.shortLength
        return switch self {
        case .english: isShort && post.language == .english
        case .short: isShort
        case .long: !isShort
        }
    }
}
