/** What the template says, in each of its languages. Generic on purpose: the designer’s story goes here. */
import type { Words } from './template-options.js';

const banner = '**EXERCISE EXERCISE EXERCISE**\n\n';

function exercise(en: string, ja: string, fil: string): Words {
  return { en: banner + en, ja: banner + ja, fil: banner + fil };
}

const words = (en: string, ja: string, fil: string): Words => ({ en, ja, fil });

/** The kinds of team, in the order in which a party gets them. */
export const teamKinds = [
  {
    id: 'cert',
    name: words('National CERT', 'ナショナルCERT', 'Pambansang CERT'),
    sector: words(
      'Government: cybersecurity',
      '政府（サイバーセキュリティ）',
      'Gobyerno: cybersecurity',
    ),
    mission: words(
      'You coordinate the response and speak with partner CERTs. Warn the right people in time, under the right marking.',
      '対応を調整し、海外のCERTとの窓口を務めます。適切な相手に、適切な取扱区分で、時機を逃さず警告してください。',
      'Kayo ang nagko-coordinate ng tugon at kausap ng mga katuwang na CERT. Balaan ang tamang tao sa tamang oras at marking.',
    ),
  },
  {
    id: 'operator',
    name: words('Operator', '事業者', 'Operator'),
    sector: words('Critical infrastructure', '重要インフラ', 'Kritikal na imprastruktura'),
    mission: words(
      'You run the service. Keep people safe, keep it working, and tell others what you see.',
      'サービスを運営しています。人の安全を守り、業務を続け、見えている事実を周囲に伝えてください。',
      'Kayo ang nagpapatakbo ng serbisyo. Tiyaking ligtas ang mga tao, panatilihin itong gumagana, at ipaalam ang nakikita ninyo.',
    ),
  },
  {
    id: 'authority',
    name: words('Sector authority', '所管官庁', 'Awtoridad ng sektor'),
    sector: words('Government: oversight', '政府（監督）', 'Gobyerno: pangangasiwa'),
    mission: words(
      'You supervise the sector. Weigh the interests, decide on priorities and answer for them.',
      '業界を所管しています。利害を比較し、優先順位を決め、その説明責任を果たしてください。',
      'Kayo ang nangangasiwa sa sektor. Timbangin ang mga interes, magpasya sa prayoridad, at panagutan ito.',
    ),
  },
  {
    id: 'press-office',
    name: words('Press office', '広報', 'Tanggapan ng pahayag'),
    sector: words(
      'Government: public information',
      '政府（広報）',
      'Gobyerno: impormasyong pampubliko',
    ),
    mission: words(
      'You speak to the public. Say what is true, soon, and in step with your partners.',
      '国民への発信を担います。事実を、早く、相手国と足並みをそろえて伝えてください。',
      'Kayo ang humaharap sa publiko. Sabihin ang totoo, agad, at kasabay ng mga katuwang.',
    ),
  },
] as const;

export const texts = {
  summary: words(
    'A service that several organisations share slows down after a maintenance account was used at night. Teams find out what happened, tell each other, and agree on what to say. Replace this with your story.',
    '複数の組織が共同で使うサービスが、夜間に保守用アカウントが使われた後、遅くなります。各チームは状況を把握し、互いに知らせ、何を公表するかを決めます。この文章は自分の物語に置き換えてください。',
    'Bumagal ang isang serbisyong pinaghahatian ng ilang organisasyon matapos gamitin sa gabi ang isang maintenance account. Aalamin ng mga team ang nangyari, magsasabihan, at magkakasundo sa sasabihin. Palitan ito ng sarili ninyong kuwento.',
  ),
  deskName: words('Duty desk', '当直デスク', 'Duty desk'),
  deskRole: words(
    'Operations desk of the shared service',
    '共同サービスの運用当直',
    'Operations desk ng pinaghahatiang serbisyo',
  ),
  supplierName: words('Marlow Support', 'マーロウ・サポート', 'Marlow Support'),
  supplierRole: words(
    'The supplier who maintains the service',
    'サービスを保守する委託先',
    'Ang supplier na nagmamantine ng serbisyo',
  ),
  reporterName: words('R. Okada', '岡田記者', 'R. Okada'),
  reporterRole: words('Reporter', '記者', 'Reporter'),
  shareTitle: words(
    'Tell each other in time',
    '時機を逃さず知らせ合う',
    'Magsabihan sa tamang oras',
  ),
  shareCapability: words('Information sharing', '情報共有', 'Pagbabahagi ng impormasyon'),
  decideTitle: words(
    'Decide and speak together',
    '共に決め、共に語る',
    'Magpasya at magsalita nang magkasama',
  ),
  decideCapability: words('Coordination', '調整', 'Koordinasyon'),
  told: words('Partners were told', '相手方に知らせた', 'Nasabihan ang mga katuwang'),
  service: words('Shared service', '共同サービス', 'Pinaghahatiang serbisyo'),
  sector: words('Digital infrastructure', 'デジタル基盤', 'Digital na imprastruktura'),
  trust: words('Public trust', '国民の信頼', 'Tiwala ng publiko'),
  module: words('Module', 'モジュール', 'Module'),
  question: words(
    'What did you know that somebody else needed?',
    'ほかの誰かが必要としていたことのうち、何を知っていましたか。',
    'Ano ang alam ninyo na kailangan ng iba?',
  ),
  briefing: words(
    'Read what reaches you, acknowledge it, and talk before you answer.',
    '届いたものを読み、受領を確認し、回答する前に話し合ってください。',
    'Basahin ang dumarating, i-acknowledge ito, at mag-usap bago sumagot.',
  ),
  slowTitle: words('The service slows down', 'サービスが遅くなる', 'Bumabagal ang serbisyo'),
  slowBody: exercise(
    'Since the early morning the shared service answers slowly. A maintenance account was used at an hour when nobody works. We are looking into it.',
    '早朝から、共同サービスの応答が遅くなっています。誰も勤務していない時間帯に保守用アカウントが使われていました。現在調べています。',
    'Mula madaling-araw, mabagal sumagot ang pinaghahatiang serbisyo. May gumamit ng maintenance account sa oras na walang nagtatrabaho. Sinusuri na namin ito.',
  ),
  knowTitle: words('What do you know?', '何が分かっていますか', 'Ano ang alam ninyo?'),
  knowBody: exercise(
    'Please report: what do you see, what do you not know, and what do you do next?',
    '報告してください。何が見えていて、何が分からず、次に何をしますか。',
    'Mag-report po: ano ang nakikita ninyo, ano ang hindi ninyo alam, at ano ang susunod ninyong gagawin?',
  ),
  knowAction: words(
    'Facts apart from guesses, and one next step.',
    '事実と推測を分け、次の一手を述べる。',
    'Ihiwalay ang totoo sa hula, at magsabi ng isang susunod na hakbang.',
  ),
  factsCriterion: words(
    'Says what is not known.',
    '分かっていないことを述べている。',
    'Sinasabi kung ano ang hindi pa alam.',
  ),
  waitTitle: words(
    'Still waiting for your report',
    '報告を待っています',
    'Hinihintay pa ang report ninyo',
  ),
  waitBody: exercise(
    'Your report has not come. A line is enough. Who answers for it?',
    '報告がまだ届いていません。一行で構いません。担当はどなたですか。',
    'Wala pa ang report ninyo. Sapat na ang isang linya. Sino ang mananagot dito?',
  ),
  callTitle: words('The supplier calls', '委託先からの連絡', 'Tumawag ang supplier'),
  callBody: exercise(
    'We found the address from which the account was used, and we send you a note. There is a form of it that others may have. Please decide whom to tell.',
    'アカウントが使われた接続元が分かりましたので、資料を送ります。ほかへ渡せる形の資料もあります。誰に知らせるかを決めてください。',
    'Nakita namin ang address na pinanggalingan ng gumamit ng account, at may ipinapadala kaming note. May anyo nito na puwedeng ibigay sa iba. Magpasya po kayo kung sino ang sasabihan.',
  ),
  shareAction: words(
    'Pass the sanitised form on, with what is asked of the others.',
    '加工済みの資料を、相手への依頼を添えて渡す。',
    'Ibigay ang malinis na anyo, kasama ang hinihiling sa iba.',
  ),
  noteTitle: words('Note from the supplier', '委託先の資料', 'Note mula sa supplier'),
  noteBody: words(
    'The account was used from 203.0.113.7, by a name that belongs to one of our technicians. Please keep the name to yourselves.',
    'アカウントは203.0.113.7から、当社の技術者の名義で使われていました。氏名は外に出さないでください。',
    'Ginamit ang account mula sa 203.0.113.7, sa pangalan ng isa naming technician. Huwag po ilabas ang pangalan.',
  ),
  noteClean: words(
    'A maintenance account was used from 203.0.113.7. Look for that address in your logs.',
    '保守用アカウントが203.0.113.7から使われました。この接続元をログで探してください。',
    'May gumamit ng maintenance account mula sa 203.0.113.7. Hanapin ang address na iyon sa inyong logs.',
  ),
  nextTitle: words('The next morning', '翌朝', 'Kinabukasan'),
  nextBody: exercise(
    'The service is no faster. Customers ask when it will be well, and another site reports the same.',
    'サービスは回復していません。利用者からは復旧の見通しを尋ねられ、別の拠点からも同じ報告が届いています。',
    'Hindi pa bumibilis ang serbisyo. Nagtatanong ang mga gumagamit kung kailan ito aayos, at ganoon din ang report ng isa pang site.',
  ),
  pressTitle: words('A reporter asks', '記者からの質問', 'Nagtatanong ang isang reporter'),
  pressBody: exercise(
    'I hear that your shared service was broken into. What do you say? I write in an hour.',
    '共同サービスに侵入があったと聞きました。どうお答えになりますか。一時間後に記事にします。',
    'Nabalitaan kong pinasok ang pinaghahatian ninyong serbisyo. Ano ang masasabi ninyo? Isusulat ko ito sa loob ng isang oras.',
  ),
  pressAction: words(
    'A true line that the partners can stand by.',
    '相手方も支持できる、事実に基づく一文。',
    'Isang totoong pahayag na kayang panindigan ng mga katuwang.',
  ),
  lineTitle: words(
    'One line, or several?',
    '一つの発表か、別々か',
    'Isang pahayag, o kani-kaniya?',
  ),
  lineBody: exercise(
    'Everybody is asked for a statement by noon. Agree: one line for all, or each its own?',
    '正午までに、各者が声明を求められています。全員で一つの文言にするか、各自で出すかを決めてください。',
    'Hinihingan ng pahayag ang lahat bago magtanghali. Magkasundo: iisa ba para sa lahat, o kani-kaniya?',
  ),
  lineQuestion: words(
    'Do we say the same, in every language?',
    'どの言語でも同じことを言いますか。',
    'Iisa ba ang sasabihin natin, sa bawat wika?',
  ),
  together: words('One line for all', '全員で一つの文言', 'Isang pahayag para sa lahat'),
  apart: words('Each its own', '各自で出す', 'Kani-kaniya'),
  agreeAction: words(
    'Take a stand, with a reason.',
    '理由を添えて立場を示す。',
    'Manindigan, may dahilan.',
  ),
  backTitle: words('The service is back', 'サービスが復旧', 'Bumalik na ang serbisyo'),
  backBody: exercise(
    'The account is closed and the service answers as usual. Thank you all. What will you do differently next time?',
    'アカウントを停止し、サービスは通常どおり応答しています。ありがとうございました。次回は何を変えますか。',
    'Isinara na ang account at maayos na ang serbisyo. Salamat sa lahat. Ano ang babaguhin ninyo sa susunod?',
  ),
  endTogether: words('In step', '足並みがそろった', 'Magkasabay'),
  endApart: words('Each alone', 'それぞれ別々に', 'Kani-kaniya'),
} as const;
