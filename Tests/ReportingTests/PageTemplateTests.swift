import Testing

@testable import Reporting

/// The part of mustache(5) that our pages use.
struct PageTemplateTests {
    private struct Inner {
        let name = "inner"
        let absent: String? = nil
    }

    private struct View {
        let name = "<outer>"
        let raw = "<b>"
        let count = 3
        let isSet = true
        let isUnset = false
        let words = ["a", "b"]
        let none: [String] = []
        let inner = Inner()
        let absent: String? = nil
    }

    private func page(_ template: String, partials: [String: String] = [:]) throws -> String {
        var templates: [String: PageTemplate] = [:]
        for (name, partial) in partials { templates[name] = try PageTemplate(partial, named: name) }
        templates["page"] = try PageTemplate(template, named: "page")
        var renderer = PageRenderer(templates, try #require(PageValue(View())))
        try renderer.render([.partial("page")])
        return renderer.page
    }

    @Test(arguments: [
        ("{{name}}, {{count}}, {{absent}}.", "&lt;outer&gt;, 3, ."),
        ("{{{raw}}} {{raw}}", "<b> &lt;b&gt;"),
        ("{{inner.name}} {{#inner}}{{name}} {{count}}{{/inner}}", "inner inner 3"),
        ("{{#inner}}{{absent}}{{/inner}}", ""),
        ("{{#words}}[{{.}}]{{/words}}{{^words}}none{{/words}}", "[a][b]"),
        ("{{#none}}some{{/none}}{{^none}}none{{/none}}", "none"),
        ("{{#isSet}}yes{{/isSet}}{{^isSet}}no{{/isSet}}", "yes"),
        ("{{#isUnset}}yes{{/isUnset}}{{^isUnset}}no{{/isUnset}}", "no"),
        ("{{#absent}}yes{{/absent}}{{^absent}}no{{/absent}}", "no"),
    ])
    func `a tag stands for what its name leads to`(template: String, page: String) throws {
        #expect(try self.page(template) == page)
    }

    @Test func `a section's tag that stands alone takes its line with it`() throws {
        #expect(
            try page("<ul>\n{{#words}}\n<li>{{.}}\n{{/words}}\n</ul>\n") == """
                <ul>
                <li>a
                <li>b
                </ul>

                """)
        #expect(try page("a {{#isSet}}\nb{{/isSet}}\n") == "a \nb\n")
    }

    @Test func `a partial sees what stands around it`() throws {
        #expect(
            try page("{{#words}}\n{{> word}}\n{{/words}}\n", partials: ["word": "{{.}}{{count}}\n"])
                == "a3\nb3\n")
    }

    @Test(arguments: [
        ("{{#a}}", "'a' has no end"), ("{{/a}}", "'a' ends unbegun"),
        ("{{#a}}{{/b}}", "'b' ends unbegun"), ("{{a", "a tag has no end"),
        ("{{ }}", "a tag has no name"), ("{{> other}}", "there is none of this name"),
    ])
    func `a broken template says what is wrong with it`(template: String, reason: String) {
        let error = #expect(throws: ReportingError.self) { try page(template) }
        #expect(error?.description.contains(reason) == true)
    }
}
