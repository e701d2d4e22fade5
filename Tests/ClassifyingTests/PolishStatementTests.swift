import Classifying
import Model
import Testing

/// What a Polish report quotes a brand as saying.
struct PolishStatementTests {
    @Test(arguments: [
        "„to fatalny plan” – powiedział rzecznik Zefirnetu",
        "„to fatalny plan. Nikogo tam nie widać” – powiedział w piątek rzecznik Zefirnetu Jan Nowak.",
        "\"plan jest fatalny\", mówi prezes Zefirnetu",
        "„to fatalny plan” – powiedziała Anna Nowak, rzeczniczka Zefirnetu.",
        "„uważamy, że plan jest fatalny” – ocenił Zefirnet",
        "„plan jest świetny” – podkreślił Zefirnet.",
        "- To fatalny plan - mówi prezes spółki Zefirnet.",
        "Zefirnet oświadczył: „plan jest fatalny”",
    ])
    func `what a brand is quoted as saying is not said of the brand`(text: String) {
        #expect(Classifier.sample.brandTones(text, .polish) == "zefirnet neutral")
    }

    @Test(arguments: [
        "Plan jest fatalny, poinformował Zefirnet.", "Plan jest fatalny, jak podaje Zefirnet.",
        "Jak podaje Zefirnet, plan jest fatalny.",
        "Zefirnet twierdzi, że plan jest fatalny",
        "W piątek Zefirnet ocenił, że plan jest fatalny",
        "Rzecznik Zefirnetu Jan Nowak przekazał w piątek, że plan jest fatalny",
        "Anna Nowak, rzeczniczka Zefirnetu, podkreśliła, że plan jest fatalny",
        "Spółka „Zefirnet” oświadczyła, że plan jest fatalny",
        "Zefirnet dodał, że plan rządu jest świetny",
        "Zefirnet twierdzi, że klienci są fatalni",
        "Zefirnet dodał, że odbiorca podał fatalny adres",
    ])
    func `what a brand is reported to have said is not said of the brand`(text: String) {
        #expect(Classifier.sample.brandTones(text, .polish) == "zefirnet neutral")
    }

    @Test(arguments: [
        "Według Zefirnetu plan jest fatalny", "Plan jest fatalny zdaniem Zefirnetu.",
        "Plan, zdaniem prezesa Zefirnetu, jest fatalny.",
        "W ocenie Zefirnetu plan jest świetny",
    ])
    func `a brand's view is not said of the brand`(text: String) {
        #expect(Classifier.sample.brandTones(text, .polish) == "zefirnet neutral")
    }

    @Test(arguments: [
        // Who speaks of themselves, takes blame or is sorry.
        "Zefirnet przyznał, że plan jest fatalny", "Zefirnet poinformował, że miał fatalny rok",
        "Zefirnet poinformował, że jego wyniki są fatalne",
        "Zefirnet ocenił, że swój fatalny plan zmieni",
        "Zefirnet podał, że fatalny plan Zefirnetu upadł",
        "„nasz plan był fatalny” – powiedział rzecznik Zefirnetu",
        "„popełniliśmy fatalny czyn” – powiedział rzecznik Zefirnetu",
        "„przepraszamy za fatalny dzień” – powiedział rzecznik Zefirnetu",
        // Who speaks is a customer.
        "„fatalna obsługa” – powiedział klient Zefirnetu",
        "Klient Zefirnetu twierdzi, że obsługa jest fatalna",
        "Według klientów Zefirnetu obsługa jest fatalna",
        "„fatalna obsługa” – napisała do Zefirnetu klientka",
        "„to fatalne” – powiedziała Zefirnetowi klientka",
        "Klient Zefirnetu powiedział: „fatalna obsługa”",
        "Minister skrytykował Zefirnet: „fatalna obsługa”",
        // Who tells what was done to them.
        "Zefirnet twierdzi, że obsługa jest fatalna i mam czekać",
        "Czekałam tydzień, Zefirnet twierdzi, że obsługa jest fatalna",
        "Zefirnet twierdzi że obsługa jest fatalna",
        "@Zefirnet twierdzi, że obsługa jest fatalna",
        "„fatalna obsługa” – mówi Zefirnet",
        // Who tells what was claimed of them.
        "Zefirnet twierdzi, że odbiorca podał fatalny adres",
        "Zefirnet twierdzi, że to fatalny błąd klienta",
        // What is said behind the statement, or is none.
        "Zefirnet twierdzi, że wszystko gra, a obsługa jest fatalna",
        "Zefirnet twierdzi, że wszystko gra a obsługa jest fatalna",
        "Zefirnet twierdzi, że wszystko gra, obsługa fatalna od rana",
        "Według Zefirnetu wszystko gra, obsługa fatalna od rana",
        "Obsługa jest fatalna, wszystko gra, twierdzi Zefirnet.",
        "Obsługa jest fatalna, wszystko gra zdaniem Zefirnetu.",
        "Zefirnet twierdzi, że wszystko gra. Fatalna obsługa.",
        "Zefirnet podał fatalne wyniki",
        "Po fatalnym roku Zefirnet poinformował, że plan upadł",
    ])
    func `what is said of the brand is not its statement`(text: String) {
        #expect(Classifier.sample.brandTones(text, .polish) == "zefirnet negative")
    }
}
