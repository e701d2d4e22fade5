import ArgumentParser
import Foundation
import Model

struct WritePostsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write-posts",
        abstract: "Writes generated posts as the lines that `earshot tag` reads.",
        discussion: """
            The same on every machine, so that what two versions make of them can be compared.

            Example:
              earshot-bench write-posts | earshot tag --all | sha256sum
            """)

    @Option(help: "How many.")
    var count = 20_000

    func validate() throws {
        if count < 1 { throw ValidationError("--count must be 1 or more.") }
    }

    func run() throws {
        var posts = SyntheticPosts(seed: 20_261_122)
        for number in 0..<count {
            try Output.line(ContractJSON.encode(Line(number, posts.next(number: number))))
        }
    }

    // MARK: - Private

    private struct Line: Encodable {
        let id: Int
        let title: String?
        let text: String
        let url: String?
        let language: LanguageCode?

        init(_ number: Int, _ post: EntryText) {
            id = number
            title = post.title
            text = post.text
            url = post.link
            language = post.language
        }
    }
}
