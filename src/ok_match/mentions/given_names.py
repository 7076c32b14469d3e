"""Given names: who is called what for short, and which names are words as well."""

#: One line a family: any of them may stand for any other.
_FAMILIES = """
abigail abby abbie gail
albert al bert albie
alexander alex alec sandy xander
alexandra alex sandra alexa lexi sasha
alfred al fred alfie
allison alison ali allie
amanda mandy
andrew andy drew
angela angie
ann anne anna annie nan
anthony tony
arthur art artie
barbara barb barbie babs
benjamin ben benny benji
bernard bernie
beatrice beatrix bea trixie
bradley brad
calvin cal
cameron cam
candace candice candy
caroline carolyn carrie carol
catherine katherine kathryn kathleen kate katie kathy cathy kat kit kay katy
charles charlie chuck chas chip
charlotte charlie lottie char
christine christina tina chris chrissy christy
christopher chris kit topher
clifford cliff
cynthia cindy
daniel dan danny
danielle dani
david dave davey
deborah debra deb debbie
dennis denny
dolores lola
donald don donnie
dorothy dot dottie dory
douglas doug
edward ed eddie ted ned
eleanor ellie nell nora
elizabeth liz lizzie beth betty betsy eliza libby lisa ellie
emily em emmy
eric rick
eugene gene
evelyn evie
florence flo
frances fran francie
francis frank
francisco paco pancho frank
franklin frank
frederick fred freddie rick
gabriel gabe
gabriela gabby gabi
gerald gerry jerry
gertrude trudy
gilbert gil
gordon gord
gregory greg gregg
guadalupe lupe
gwendolyn gwen
harold hal harry
harriet hattie
helen nell nellie
henry hank harry
ignacio nacho
isabel isabella isabelle bella izzy
jackson jack
jacob jake
jacqueline jackie
james jim jimmy jamie
jane janie
janet jan
janice jan
jeffrey geoffrey jeff geoff
jennifer jen jenny jenn
jeremy jerry
jessica jess jessie
jesus chuy
joanna joanne jo
john johnny jack jon
jonathan jon jonny
jose pepe
joseph joe joey
josephine jo josie
joshua josh
judith judy
julia julie
kenneth ken kenny
kimberly kim
kristen kristin kris kristy
lawrence larry laurie
leonard leo len lenny
leslie les
lillian lily lil
louis lou louie
louise lou
lucille lucy
luis lucho
madeline maddie
manuel manny manolo
marcus mark
margaret maggie meg peggy peg marge margie greta rita
maria mary
martha marty patty
martin marty
mary molly polly
matthew matt
maureen mo
maxwell max
megan meg
melissa mel missy
michael mike mick mickey mikey
michelle shelly
mildred millie
mitchell mitch
nancy nan
natalie nat
nathan nathaniel nate nat
nicholas nick nicky
nicole nikki
norman norm
oliver ollie
pamela pam
patricia pat patty trish tricia
patrick pat paddy
peter pete
philip phillip phil
priscilla cilla
rachel rach
ralph ralphie
randall randy
raymond ray
rebecca becca becky
reginald reg reggie
richard rick rich dick richie ricky
robert rob bob bobby robbie bert
roberta bobbie
roberto beto
rodney rod
roger rodge
ronald ron ronnie
rosemary rosie rose
russell russ
samuel sam sammy
samantha sam sammy
sandra sandy
sara sarah sally sadie
sebastian seb
sharon shari
sidney syd sid
solomon sol
stanley stan
stephanie steph
stephen steven steve stevie
stewart stuart stu
susan sue susie suzanne suzy
sylvia syl
teresa theresa terry tess tessa
terrence terry
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
veronica ronnie vera
victor vic
victoria vicky tori
vincent vince vinny
virginia ginny ginger
walter walt wally
warren ren
wendell wendy
wesley wes
wilhelmina willa billie mina
william will bill billy willie liam
winifred winnie
zachary zach zack zac
"""

#: Names that are words too: taken for a name only where they stand as one.
WORDS = frozenset(
    """
    abbey ace amber angel april art ash august autumn baker banker banks bell berry best bill bishop black bloom blue
    bond boss bowman brewer bridge bright brook brooks brown buck bush butler candy carpenter carter case cash chance
    chase chip christian church clay cliff coach cole cook cooper crystal daisy dale dawn day dean dick dot drew duke
    early earnest english faith farmer field finch fish fisher flowers forest fox frank french gale gardener gay gene
    german ginger glass gold good grace grant gray green hall hand harmony heather heaven hill holly hope hunt hunter
    iris irish ivy jack jade jay joy june justice kay kelly kerry king kit knight lake lane law lee light lily little
    long love lucky major mark marks marsh mason may mercy merry miles mill miller mo moon more morning my ned
    nell noble norm ocean olive page paige park parker parks pat patience pearl penny perry pierce pike piper poppy
    power powers price prince purple queen rain ranch ray read red reed reggie rich river rivers rob robin rock rod
    rose rosemary ruby rusty sage said sally sandy savage say scout sharp shepherd short singer sky smart smith snow
    spring star stone story street strong sue summer sunny swift tanner taylor teller terry thorn tiger title
    town tracy trip turner val van victor violet wade walker wall waters weaver wells west wheeler white wild will
    willow winter wise wolf wood woods worth young
    """.split()
)


def _families() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    near: dict[str, set[str]] = {}
    far: dict[str, set[str]] = {}
    for line in filter(None, _FAMILIES.splitlines()):
        head, *short = line.split()
        near.setdefault(head, set()).update(short)
        for name in short:
            near.setdefault(name, set()).add(head)
            far.setdefault(name, set()).update(other for other in short if other != name)
    return ({name: frozenset(others) for name, others in near.items()},
            {name: frozenset(others) for name, others in far.items()})  # fmt: skip


#: A name in lower case: the long form of it, or the short ones; and the short forms of the same long one.
CALLED, ALSO_CALLED = _families()
