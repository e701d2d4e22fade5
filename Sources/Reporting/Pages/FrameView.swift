/// What stands around every page.
struct FrameView {
    let language: String
    let pageTitle: String
    private(set) var style = PageTemplates.style.text
    private(set) var styleHash = PageTemplates.style.hash
    private(set) var hasScript = false
    private(set) var script = ""
    private(set) var scriptHash = ""
    let kicker: String
    let headline: String
    let subline: String
    let lead: String
    /// The sentences after the first.
    let leadRest: [String]
    let jumps: [JumpView]

    /// The same frame with a script of ours, which the page does without where there is none.
    func with(_ script: EmbeddedText, style: EmbeddedText? = nil) -> Self {
        var frame = self
        (frame.hasScript, frame.script, frame.scriptHash) = (true, script.text, script.hash)
        if let style { (frame.style, frame.styleHash) = (style.text, style.hash) }
        return frame
    }

    struct JumpView {
        let anchor: String
        let jumpName: String
    }
}
