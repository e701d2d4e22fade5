/// Words of three letters and more that say nothing of a topic, in the languages we read.
package enum StopWords {
    package static let all = byLanguage.values.reduce(into: Set<String>()) { $0.formUnion($1) }

    /// The same by the code of the language.
    package static let byLanguage = [
        "en": words(english), "lv": words(latvian), "pl": words(polish),
    ]

    // MARK: - Private

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(separator: " ").map(String.init))
    }

    private static let english = """
        about after again all also always and any are because been before being both but can \
        come could did does doing down during each even every few first for from further get \
        good got had has have her here him his how into its itself just know let like long make \
        many may more most much must myself never new not now off old once one only other our \
        ours out over really same say see she should since some something still such take than \
        that the their them then there these they this those through time today too two under \
        until upon use very want was way well were what when while who whom why will with would \
        yes yet you your actually already almost although another anyone anything around \
        back become behind better between cannot else enough especially everyone everything gets \
        getting give given goes going gone hello however instead keep least less lot made maybe \
        might nothing often others perhaps please put quite rather right seems several someone \
        sometimes soon sure thank thanks thing things think though thought tried try trying until \
        upon usually via want wants went whether without works yeah yesterday tomorrow years year \
        day days week weeks month months hour hours \
        which where three four five six second third ever own whole next nobody somebody \
        whoever everybody anybody minute minutes min mins hrs said says twice \
        finally
        """
    private static let polish = """
        albo ale ani bardzo bez być był była było były będzie będą cała cały choć chyba coś czy \
        czyli dla dlaczego dlatego dobrze dwa dzisiaj dziś gdy gdyby gdzie gdzieś ich ile inne \
        innych jak jaka jaki jakie jako jeden jedna jednak jednego jej jemu jest jestem jeszcze \
        jeśli jeżeli już każdy kiedy kto która które którego której który których którym którzy \
        lub mają mam mamy mimo między mnie mną moja moje może można musi mój nad nam nami nas \
        nasz nasza nawet nic nich nie niej nigdy nim nią niż ona one oni ono oraz osoby pan pani \
        pod ponad ponieważ poza prawie przed przede przez przy raz razem sam sama same siebie \
        się skąd sobie swoje swoją tak taka taki takie także tam tego tej tel temu ten teraz też \
        tobie tutaj twoje tych tylko tym wam was wasz wiele więc wszyscy wszystkich wszystko \
        wtedy zawsze zbyt żeby akurat aktualnie ależ aby byłam byłem bądź bardziej będę będziemy \
        chce chcę chciałbym chciałabym chodzi ciągle ciebie czemu dalej dobra dobry dopiero dość \
        drugi dużo dziękuję dzięki dziękujemy ostatnio godzin godzinę godziny halo hej jakby jakoś \
        jasne jestem jesteś jesteśmy kilka kolejny komuś ktoś koło każda każde każdego lepiej mieć \
        miał miała mogę możecie możemy mówi mówią nadal naprawdę najlepiej niech niestety niby \
        niektórzy nikt nowe nowy nowa około obecnie panie państwo państwa pewnie podobno \
        pozdrawiam potem prawda proszę prostu przecież przykład raczej robi robić również rok roku \
        lat lata lub chwilę chwili miesiąc miesięcy tydzień tygodnia dzień dni dnia wczoraj jutro \
        rano wieczorem swój sporo sposób stąd tyle tylu trochę trzeba twój tutaj wcale właśnie wie \
        wiem wiadomo więcej witam wam wami według wciąż wszelkie wszystkim zamiast zaraz znowu \
        znów został została zostało żadne żaden żadna żadnych \
        jedną całą którą nową moją każdą samą taką naszą dobrą dwie dwóch trzy trzech trzeci \
        trzecia cztery pięć pierwszy pierwsza pierwsze druga drugie jedno jednej jednym \
        wszystkie mojego mojej moim naszej takich samo zanim wreszcie macie minut minuty minutę \
        razy razu obok tys proc pół ogóle przydałby przydałaby przydałoby sie ktos juz byc dzien \
        dzis moge bylo prosze caly tez ktory zeby byla dosc moj moze cala mowi miedzy mozna \
        dziekuje godzine cos bedzie niz tydzien wiecej okolo bede dzieki wlasnie ciagle ktore \
        jesli byl ktorego ktora chwile wiec mial mozemy przeciez kazdy kazda kazde beda znow \
        jakos bylem
        """
    private static let latvian = """
        aiz apakš arī atkal bet bez bija biji biju bijām būs būt būšu caur diemžēl diezin droši \
        dēļ esam esat esi esmu gan gar iekams iekām iekāms iekš itin jau jeb jebšu jel joprojām \
        jums jūs jūsu kad kamēr kas katrs kaut kopš kur kura kuras kuri kurš kādēļ kāpēc lai \
        līdz līdzko man mana mani manis mans manu mums mēs mūsu nav nebija nebūs nekad nekas \
        nevis nezin otrpus par pat pati pats pie pirms pret priekš pār pēc redz sava savs savu \
        starp tad tagad tai tam tas tatad taču tev tie tika tikai tikko tiklīdz tiks tomēr tos \
        tur turpretī tādēļ tālab tāpēc tās vai vairs vairāk var varbūt vien vienmēr viens \
        vienīgi vis visi vismaz viss visu viņa viņai viņam viņas viņi viņš vēl ļoti šai šie šis \
        šodien šīs atpakaļ ara arī cik daudz dažas daži diena dienas dienā dienu drīz esot \
        gadu gada gadā gandrīz grib gribu īsti jāsaka jeb kaut kurā kuram kuru labi labāk laikam \
        labdien lūdzu mazliet mēnesi mēneša nedēļu nedēļas nekāda nekādas nekādu nevar nevaru \
        otrs paldies parasti patiešām patiesībā protams rīt sanāk sen sveiki šeit šī šo šobrīd \
        šos tāda tāds tādas tādu taisni tieši tikpat tur turklāt varu varam varētu vakar vajag \
        vairāki vairākas veidā vienu viens viena vismaz zinu stundas stundu atkārtoti \
        ārā vienā mēnesī manā dienās stundās savā kāds kāda kādu kādam tik neviens neviena neko \
        trīs divas divi pirmo pirmais pirmā otro otrais otrā trešo trešais visiem nekā reizi \
        reizes minūtes minūti minūtēm kam būtu tajā vispār manas pašu paši katru katra citu \
        viņiem zem nost plkst gadi gadus gadiem pec lidz sodien vel kapec ari jusu vairak kops \
        ludzu vins vinam gandriz atpakal nebus labak tiesi vienmer tadu tads joprojam mes tapec \
        varbut
        """
}
