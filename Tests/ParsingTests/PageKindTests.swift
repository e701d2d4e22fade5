import Model
import Parsing
import Testing

struct PageKindTests {
    private static let password = "<form action='/in'><input name=u><input type=password></form>"
    private static let prose = String(
        repeating: "<p>Three shops in the old town have put up new signs this week.</p>", count: 40)

    private static func page(_ title: String, _ body: String) -> String {
        "<!DOCTYPE html><html><head><title>\(title)</title></head><body>\(body)</body></html>"
    }

    @Test(arguments: [
        page("Sign in – Zorlex Intranet", password),
        page("Zorlex", "<h1>Log in to go on</h1>\(password)"),
        page("Zaloguj się | Forum", password),
        page("Forum", "<h2>Pieslēgties</h2>\(password)"),
        page("Anmelden", "<input type='PASSWORD' name=p>"),
        page("Вход в систему", password),
        page("Sign in - Accounts", "<form><input type=email autocomplete='username'></form>"),
        page("Members only: LOGIN", "<p>Please use your card number.</p>\(password)"),
    ])
    func `a page that asks for an account is a log-in page`(html: String) {
        #expect(Self.error(html) == .loginPage)
    }

    @Test func `only the first of a long title says what a page is`() {
        let title = "\(String(repeating: "word ", count: 1_000))log in"
        #expect(Self.error(Self.page(title, Self.password)) == .page(feeds: []))
    }

    @Test(
        arguments: [
            (
                page(
                    "Just a moment...",
                    """
                    <noscript><span>Enable JavaScript and cookies to continue</span></noscript>
                    <script>(function(){window._cf_chl_opt={cvId:'3',cType:'managed'};})();</script>
                    """), "Cloudflare"
            ),
            (
                page(
                    "Attention Required! | Cloudflare",
                    "<h1>Sorry, you have been blocked</h1><p>Performance by Cloudflare</p>"),
                "Cloudflare"
            ),
            (
                page(
                    "b.example",
                    "<p id=cmsg>Please enable JS</p>"
                        + "<script>var dd={'rt':'c','host':'geo.captcha-delivery.com'}</script>"),
                "DataDome"
            ),
            (
                page(
                    "You are being redirected...", "<script>var sucuri_cloudproxy_js='';</script>"),
                "Sucuri"
            ),
            (
                page("Sucuri WebSite Firewall - Access Denied", "<p>Block reason: bad bot</p>"),
                "Sucuri"
            ),
            (
                page(
                    "",
                    "<iframe src='/_Incapsula_Resource?CWUDNSAI=1'>Request unsuccessful.</iframe>"),
                "Imperva"
            ),
            (
                page(
                    "Access Denied",
                    "<h1>Access Denied</h1>You don't have permission. "
                        + "Reference #18.1 https://errors.edgesuite.net/18.1"), "Akamai"
            ),
            (
                page("Access to this page has been denied", "<div id='px-captcha'></div>"), "HUMAN"
            ),
            (
                page(
                    "Making sure you're not a bot!",
                    "<script id='anubis_challenge' type='application/json'>{}</script>"), "Anubis"
            ),
            (
                page("DDoS-Guard", "<h1>Checking your browser before accessing b.example</h1>"),
                "DDoS-Guard"
            ),
            (page("Human?", "<p>Please verify you are human.</p><div class=h-captcha></div>"), nil),
            (page("Chwileczkę", "<p>Sprawdzanie przeglądarki. To potrwa 5 sekund.</p>"), nil),
        ] as [(String, String?)])
    func `a page that asks for proof of a person is a bot wall`(html: String, name: String?) {
        #expect(Self.error(html) == .botWall(name: name))
    }

    @Test(arguments: [
        page(
            "Before you continue to the search",
            "<form action='https://consent.google.com/save'><button>Accept all</button></form>"),
        page(
            "Dbamy o Twoją prywatność", "<form action='/zgoda'><button>Zgadzam się</button></form>"),
        page(
            "b.example",
            "<form method=post action='/v2/collectConsent?id=1'><button>Agree</button></form>"),
    ])
    func `a page that asks for consent first is a consent wall`(html: String) {
        #expect(Self.error(html) == .consentWall)
    }

    @Test(arguments: [
        page("b.example is available", "<h1>This domain is for sale!</h1>"),
        page("b.example", "<script src='https://img.sedoparking.com/js/a.js'></script>"),
        page("", "<script>window.onload=function(){window.location.href=\"/lander\"}</script>"),
        page("b.example – domena na sprzedaż", "<p>Złóż ofertę.</p>"),
        page("b.example", "<h2>Šis domēns tiek pārdots</h2>"),
        page("This domain has expired", "<p>If this is yours, renew it.</p>"),
    ])
    func `a page in place of a site that is gone is a parked domain`(html: String) {
        #expect(Self.error(html) == .parkedDomain)
    }

    @Test(arguments: [
        // Log-in fields and words on pages that say something else.
        page("Ola's blog", "<a href='/login'>Log in</a><p>Hello.</p>"),
        page("Ola's blog", "<h1>Ola</h1><h3>Log in</h3>\(password)<p>Hello.</p>"),
        page("How to log in to your router", "<h1>How to log in</h1>\(prose)\(password)"),
        page("How to sign in", "<article><p>Use the green door.</p></article>\(password)"),
        page("Sign in a shop window", "<p>It says closed.</p>"),
        page("Blogin czwarty", password),
        // Marks of services that ordinary pages have as well.
        page(
            "Shop news",
            "<p>Hi.</p><script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"),
        page("Shop news", "<p>Hi.</p><script src='https://js.datadome.co/tags.js'></script>"),
        page("Shop news", "\(prose)<script src='/_Incapsula_Resource?SWJIYLWA=7'></script>"),
        page(
            "Ola's blog",
            "\(prose)<form><textarea></textarea><div class='g-recaptcha'></div></form>"),
        // Pages about walls, or called like one.
        page("Just a moment", "<p>I was late for the bus.</p>"),
        page("What _cf_chl_opt is", "<p>The script sets window._cf_chl_opt first.</p>"),
        page("Access denied", "<p>Our cat may not enter the bakery.</p>"),
        page(
            "Captchas", "<article><p>Why does it say 'verify you are human'?</p></article>"),
        // Consent and sales beside something to read.
        page("Ola's blog", "<div id=cookies>We value your privacy</div><p>Hello.</p>"),
        page("News", "<h1>We value your privacy</h1><form></form>\(prose)"),
        page("My domain is for lease", "<p>Not for sale, for now.</p>"),
        page("A city domain for sale", "<h1>A city domain for sale</h1>\(prose)"),
        page("b.example", "<p>A house is for sale next door.</p>"),
    ])
    func `a page that people wrote is only a page`(html: String) {
        #expect(Self.error(html) == .page(feeds: []))
    }

    @Test func `a page names the first few of its feeds, and none that could not be fetched`() {
        let odd = ["javascript:alert(1)", "file:///feed", "ftp://b.example/feed"]
        let addresses = odd + (1...9).map { "/\($0)" }
        let links = addresses.map { "<link rel=feed href='\($0)'>" }.joined()
        let named = (1...5).map { "https://b.example/\($0)" }
        #expect(Self.error(Self.page("Blog", "\(links)<p>Hello.</p>")) == .page(feeds: named))
    }

    @Test func `a page to be listened to says what came in its place`() {
        let html = Self.page("Zaloguj się", Self.password)
        #expect(Self.error(html, kind: .forum) == .loginPage)
        let prose = Self.page("Blog", Self.prose)
        #expect(Self.error(prose, kind: .page) == .noEntries(selector: nil))
    }

    @Test(arguments: [
        (ParseError.loginPage, "this is a log-in page; give an address that needs no account"),
        (
            .botWall(name: "Anubis"),
            "this is a bot wall (Anubis); ask the publisher to let Earshot through"
        ),
        (.botWall(name: nil), "this is a bot wall; ask the publisher to let Earshot through"),
        (
            .consentWall,
            "this is a page that asks for consent; give an address that is open without it"
        ),
        (
            .parkedDomain,
            "this is the page of a domain for sale or expired; look for where the site has moved"
        ),
    ])
    func `what came instead says what to do`(error: ParseError, message: String) {
        #expect(error.description == message)
    }

    private static func error(_ html: String, kind: Source.Kind = .feed) -> ParseError? {
        #expect(throws: ParseError.self) {
            try DocumentParser().parse(Array(html.utf8), url: "https://b.example/x", kind: kind)
        }
    }
}
