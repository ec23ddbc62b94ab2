import { pick } from '../bench/random.ts'
import type { Prose, Random } from './made-prose.ts'

const arabicSubjects = list(
  'الوزارة المجلس الحكومة المحكمة الشرطة البلدية النقابة الشركة المستشفى الجامعة الهيئة اللجنة البنك الميناء المدرسة البرلمان',
)
const arabicVerbs = list(
  'أعلنت قررت رفضت أكدت نشرت أجلت طلبت راجعت فتحت أغلقت مولت انتقدت وقعت سجلت توقعت نفت',
)
const arabicObjects = list(
  'الميزانية الخطة القانون التقرير الجسر الطريق المشروع العقد الضريبة الأسعار الانتخابات الحدود المياه الكهرباء القطار السفينة النتائج الاتفاق البيان الموسم الحصاد السكان العمال الطلاب',
)
const arabicQualities = list(
  'الجديد القديم المحلي الوطني الكبير الأخير المؤقت العام الشمالي الجنوبي السنوي الطارئ',
)
const arabicRest =
  'يوم الأحد|يوم الخميس|هذا العام|في المدينة|قرب الساحل|بعد الفيضان|قبل التصويت|منذ أسبوع'.split('|')

/** Arabic reports, with its own comma and figures. */
export const arabic: Prose = {
  name: 'Arabic',
  gap: ' ',
  sentence: (random) => {
    const said = `${pick(random, arabicVerbs)} ${pick(random, arabicSubjects)} ${object(random)}`
    const more =
      random() < 0.6 ? `، ${pick(random, arabicVerbs)} ${pick(random, arabicSubjects)} ${object(random)}` : ''
    const figure = random() < 0.3 ? ` ${2 + Math.floor(random() * 900)} مرة` : ''
    return `${said}${figure}${more} ${pick(random, arabicRest)} ${pick(random, arabicRest)}.`.split(' ')
  },
  word: (random) => pick(random, random() < 0.5 ? arabicObjects : arabicQualities),
}

const object = (random: Random): string =>
  random() < 0.6
    ? `${pick(random, arabicObjects)} ${pick(random, arabicQualities)}`
    : `${pick(random, arabicObjects)} و${pick(random, arabicObjects)}`

const chineseSubjects = list(
  '市政府 交通局 法院 警方 大学 医院 港务局 工会 银行 议会 消防队 学校 环境部 铁路公司 气象台 委员会',
)
const chineseVerbs = list(
  '宣布 批准 推迟 否认 公布 调查 修复 关闭 重新开放 要求 支持 反对 检查 签署 取消 增加',
)
const chineseObjects = list(
  '预算 隧道 桥梁 合同 报告 法案 税收 价格 项目 车站 码头 水库 电网 房屋 收成 选举 名单 数据 计划 路线 工资 航班 森林 疫苗',
)
const chineseTimes = list('星期一 星期二 星期五 去年 今年 上周 昨天 下个月 早上 晚间')

/** Chinese reports: nothing parts the words. */
export const chinese: Prose = {
  name: 'Chinese',
  gap: '',
  sentence: (random) => {
    const part = (): string[] => [
      ...(random() < 0.4 ? [pick(random, chineseTimes)] : []),
      pick(random, chineseSubjects),
      pick(random, chineseVerbs),
      ...(random() < 0.4 ? [`${2 + Math.floor(random() * 900)}个`] : []),
      pick(random, chineseObjects),
    ]
    const first = part()
    const second = part()
    return [
      ...first.slice(0, -1),
      `${first.at(-1) ?? ''}，`,
      ...second.slice(0, -1),
      `${second.at(-1) ?? ''}。`,
    ]
  },
  word: (random) => pick(random, random() < 0.5 ? chineseObjects : chineseVerbs),
}

function list(words: string): readonly string[] {
  return words.split(' ')
}
