/// A page that wants to know first whether somebody is there, by the service that sends it.
struct BotWallPage {
    /// `nil` where the page does not show it.
    let name: String?

    /// The wall that a page is; `nil` if it is none.
    static func found(in glance: PageGlance) -> BotWallPage? {
        if let wall = known.first(where: { $0.isOn(glance) }) {
            return BotWallPage(name: wall.name)
        }
        let asks =
            PageGlance.says(requests, glance.title) || PageGlance.says(requests, glance.text)
        // A page of its own has nowhere to go on to.
        return asks && glance.linkCount <= 5 ? BotWallPage(name: nil) : nil
    }

    // MARK: - Private

    private struct Service {
        let name: String
        /// In attributes or scripts: what only the wall has, not the pages behind it.
        let code: [StaticString]
        /// How its title or its first heading starts.
        var titles: [String] = []
        /// What it says, beside a title.
        var texts: [String] = []

        func isOn(_ glance: PageGlance) -> Bool {
            if glance.codeHas(code) { return true }
            let hasTitle = titles.contains {
                glance.title.hasPrefix($0) || glance.heading.hasPrefix($0)
            }
            return hasTitle && (texts.isEmpty || PageGlance.says(texts, glance.text))
        }
    }

    // Cloudflare puts `/cdn-cgi/challenge-platform/scripts/jsd/` into ordinary pages too, DataDome its
    // `tags.js` and Incapsula its `_Incapsula_Resource`; the first two are no sign, and the third is
    // one only because pages as short as this are.
    private static let known = [
        Service(
            name: "Cloudflare",
            code: ["_cf_chl_", "cf-chl-", "cf_chl_opt", "cf-browser-verification"],
            titles: ["just a moment", "attention required!", "please wait... | cloudflare"],
            texts: ["cloudflare", "enable javascript and cookies to continue"]),
        Service(
            name: "DataDome",
            code: ["geo.captcha-delivery.com", "ct.captcha-delivery.com", "//captcha-delivery.com"]),
        Service(
            name: "Sucuri", code: ["sucuri_cloudproxy_js"],
            titles: ["sucuri website firewall", "access denied - sucuri"]),
        Service(
            name: "Imperva", code: ["/_incapsula_resource"],
            titles: ["request unsuccessful. incapsula"]),
        Service(
            name: "HUMAN", code: ["px-captcha", "captcha.px-cdn.net"],
            titles: ["access to this page has been denied"]),
        Service(
            name: "Akamai", code: ["sec-if-cpt-container", "sec-cpt-if"],
            titles: ["access denied"], texts: ["errors.edgesuite.net"]),
        Service(
            name: "AWS WAF", code: ["window.gokuprops", "awswafintegration.checkforcerefresh"]),
        Service(
            name: "DDoS-Guard", code: ["check.ddos-guard.net", "/.well-known/ddos-guard/"],
            titles: ["ddos-guard"]),
        Service(
            name: "Anubis", code: ["anubis_challenge", "/.within.website/x/cmd/anubis/"],
            titles: ["making sure you're not a bot"]),
        Service(name: "Vercel", code: [], titles: ["vercel security checkpoint"]),
    ]

    private static let requests = [
        "checking your browser", "checking if the site connection is secure",
        "enable javascript and cookies to continue", "verify you are human",
        "verify that you are human", "verifying you are human", "verify you are not a robot",
        "confirm you are not a robot", "confirm that you are not a robot", "are you a robot",
        "unusual traffic from your computer network", "complete the captcha", "solve the captcha",
        "sprawdzanie przeglądarki", "potwierdź, że nie jesteś robotem",
        "potwierdź, że jesteś człowiekiem", "apstipriniet, ka neesat robots",
        "apstipriniet, ka esat cilvēks", "jūsu pārlūkprogramma tiek pārbaudīta",
        "bestätigen sie, dass sie ein mensch sind", "ihr browser wird überprüft",
    ]
}
