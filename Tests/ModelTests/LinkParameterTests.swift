import Model
import Testing

struct LinkParameterTests {
    @Test(arguments: [
        "ref=rss", "source=Newsletter", "ref=", "source=facebook", "at_medium=email",
        "at_link_id=9", "utm_campaign=x",
    ])
    func `what says whence a reader comes is left out`(parameter: String) {
        #expect(
            CanonicalLink.canonical("https://a.example/t/5?\(parameter)") == "https://a.example/t/5"
        )
    }

    @Test(arguments: ["ref=anna", "source=used-cars", "ref=12", "at_home=1", "at_address=2"])
    func `what may tell one page from another stays`(parameter: String) {
        let link = "https://a.example/t/5?\(parameter)"
        #expect(CanonicalLink.canonical(link) == link)
    }

    @Test(arguments: ["%+f", "%-1", "% 1", "%f"])
    func `a target that is not encoded as it should be is no target`(end: String) {
        let link = "https://www.google.com/url?q=https://e.example/\(end)"
        #expect(CanonicalLink.canonical(link) == link)
    }

    @Test func `a target that is encoded is where the link leads`() {
        let link = "https://www.google.com/url?q=https://e.example/%61%2Fb"
        #expect(CanonicalLink.canonical(link) == "https://e.example/a/b")
    }
}
