import RuleLoading
import TestSupport
import Testing

struct FeedFileNameTests {
    @Test(arguments: ["blogs.yml", "blogs.YML", "blogs.YAML", "blogs.yaml.txt", "Blogs.yml.TXT"])
    func `a file that an editor gave another ending is not passed over`(name: String) throws {
        let files = [
            "feeds/a.yaml": "sources: [{id: a, name: A, url: https://a.example/feed}]",
            "feeds/\(name)": "sources: [{id: b, name: B, url: https://b.example/feed}]",
        ]
        #expect(
            try Complaints.ofFeeds(files) == [
                "feeds/\(name): not read; rename it so that it ends in .yaml"
            ])
    }
}
