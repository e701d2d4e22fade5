import Grouping
import Model
import Testing
import Tokenizing

struct StorySketcherTests {
    private let release = """
        Zefirnet wprowadza taryfę Bryza 5G dla klientów indywidualnych w Polsce i na Łotwie. Nowa \
        oferta obejmuje nielimitowane rozmowy, 120 gigabajtów transmisji danych oraz roaming w \
        całej Unii bez dopłat. Jak podkreśla zarząd spółki, klienci od miesięcy prosili o prostszą \
        umowę, którą da się przeczytać przy jednej kawie. Taryfa rusza pierwszego grudnia.
        """

    private func signature(_ text: String, link: String? = nil) -> StorySignature {
        StorySketcher.signature(of: Words(of: text), link: link)
    }

    @Test func `a reprint with its own opening is the same story`() {
        let reprint = "Kolejny operator upraszcza ofertę. " + release + " Czekamy na Wasze opinie."
        let similarity = signature(release).similarity(to: signature(reprint))
        #expect(similarity > StorySignature.threshold)
        #expect(!Set(signature(release).bands).isDisjoint(with: signature(reprint).bands))
    }

    @Test func `an own text about the same event is another story`() {
        let opinion = """
            No i mamy nową taryfę Zefirnetu. Bryza 5G wygląda nieźle na papierze, ale sto dwadzieścia \
            gigabajtów przy moim oglądaniu seriali skończy się w połowie miesiąca, a roaming i tak \
            miałem w poprzednim planie, więc właściwie nie wiem, za co mam dopłacać dychę.
            """
        #expect(signature(release).similarity(to: signature(opinion)) < 0.1)
    }

    @Test func `short posts are never near-copies`() {
        let post = signature("Zefirnet znowu nie działa w Gdańsku")
        #expect(post.minima.isEmpty)
        #expect(post.similarity(to: post) == 0)
        #expect(post.bands.isEmpty)
    }

    @Test(arguments: [
        ("https://www.News.example/a/?utm_source=x&id=7&fbclid=1", "news.example/a?id=7"),
        ("http://news.example/a", "news.example/a"),
        ("https://forum.example/t/5#p12", "forum.example/t/5#p12"),
        ("https://news.example?ref=feed", "news.example"),
    ])
    func `copies of a link have one key`(link: String, key: String) {
        #expect(StorySketcher.linkKey(link) == key)
    }

    @Test func `what is no address has no key`() {
        #expect(StorySketcher.linkKey("news.example/a") == nil)
    }
}
