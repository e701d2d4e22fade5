package import Foundation

/// What an entry said before its author changed it.
package struct EarlierWording: Hashable, Sendable, Codable {
    /// 1 for what was heard first.
    package let version: Int
    package let title: String?
    package let text: String
    /// When we saw that it says something else.
    package let replacedAt: Date

    package init(version: Int, title: String?, text: String, replacedAt: Date) {
        self.version = version
        self.title = title
        self.text = text
        self.replacedAt = replacedAt
    }
}
