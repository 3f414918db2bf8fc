/** Before a survey opens: how much of its results will be there to read. */
export const outlook = {
  'outlook.title': 'Kết quả sẽ nêu được đến đâu?',
  'outlook.lead': 'Ước tính trước khi mở, chỉ từ số người được hỏi; không dùng câu trả lời của ai.',
  'outlook.open': 'Xem kỹ và thử con số khác',
  'outlook.assumed': 'Thử với con số khác',
  'outlook.rate': 'Trong 100 người được hỏi, có bao nhiêu người trả lời?',
  'outlook.rateHint': 'Thử 60, 80 và 100 để thấy kết quả khác nhau thế nào.',
  'outlook.each': 'Mỗi nơi chưa rõ số người: khoảng bao nhiêu người?',
  'outlook.eachHint': 'Chưa rõ số người ở {unknown} trong {places} nơi trả lời.',
  'outlook.all': 'Khoảng bao nhiêu người được hỏi?',
  'outlook.allHint': 'Chưa rõ con số này. Con số điền sẵn chỉ để ước tính.',
  'outlook.shares': 'Câu {number}: {question}',
  'outlook.sharesHint':
    'Trong 100 người trả lời, khoảng bao nhiêu người chọn mỗi dòng? Không cần cộng đúng 100. Con số điền sẵn là chia đều.',
  'outlook.silent': 'Để trống câu này',
  'outlook.again': 'Tính lại',
  'outlook.result': 'Ước tính',
  'outlook.own':
    'Nếu {answering} trong {asked} {who} trả lời, khoảng {percent} sẽ đọc được kết quả của chính đơn vị mình.',
  'outlook.whole': 'Nếu {answering} trong {asked} {who} trả lời, kết quả chung sẽ được nêu.',
  'outlook.wholeHidden': 'Nếu {answering} trong {asked} {who} trả lời, kết quả chung cũng không nêu được.',
  'outlook.nobody': 'Chưa có ai được hỏi, nên chưa ước tính được.',
  'outlook.groups': 'Trong {groups} nhóm của các phân nhóm, khoảng {shown} nhóm được nêu.',
  'outlook.caption': 'Bao nhiêu kết quả được nêu, theo phân nhóm và theo cấp',
  'outlook.totals': 'Kết quả chung của mỗi đơn vị',
  'outlook.by': 'Phân nhóm theo câu {number}: {question}',
  'outlook.crossed': 'Phân nhóm chéo: câu {first} và câu {second}',
  'outlook.level': 'Ở đâu',
  'outlook.shown': 'Được nêu',
  'outlook.share': 'Tỷ lệ',
  'outlook.level.top': 'Chung cả khảo sát',
  'outlook.level.next': 'Từng đơn vị trực thuộc',
  'outlook.level.below': 'Từng đơn vị ở dưới {level} cấp',
  'outlook.ofGroups': '{shown} trong {groups}',
  'outlook.sampled': 'Tổ chức rất lớn: ước tính này tính trên {sampled} đơn vị lấy mẫu đều.',
  'outlook.caveat':
    'Con số thật phụ thuộc vào ai trả lời. Khi tính kết quả, câu nào gần như mọi người trả lời giống nhau cũng được bảo vệ.',
  'outlook.warnings': 'Nên xem lại trước khi mở',
  'outlook.fine': 'Với những con số này, không có điều gì cần sửa.',
  'outlook.warn.units-too-small':
    '{units} trong {of} nơi trả lời dự kiến có dưới {fewest} phiếu, nên hầu như không có kết quả riêng. Nên hỏi chung các nơi này với đơn vị ở trên.',
  'outlook.warn.too-few':
    'Dự kiến có dưới {fewest} phiếu, nên hầu như không kết quả nào được nêu. Nên hỏi chung với đơn vị khác.',
  'outlook.warn.own-unit-rarely-shown':
    'Chỉ khoảng {percent} số người sẽ đọc được kết quả của chính đơn vị mình; những người khác chỉ thấy kết quả của cấp trên. Nên hỏi theo ít đơn vị hơn, mỗi đơn vị đông hơn.',
  'outlook.warn.breakdown-never-shown':
    '{name}: nơi đông nhất dự kiến có {people} phiếu, chia {groups} nhóm, trong khi cần từ {least} phiếu. Không nhóm nào được nêu. Nên bỏ phân nhóm này.',
  'outlook.warn.one-category':
    'Câu {number}: gần như ai cũng chọn “{option}”, nên không so sánh nhóm nào được. Nên bỏ phân nhóm này.',
  'outlook.warn.silent':
    'Câu {number}: gần như ai cũng để trống, nên không so sánh nhóm nào được. Nên bỏ phân nhóm này.',
  'outlook.warn.category-too-small':
    'Câu {number}: cả khảo sát chỉ khoảng {people} người chọn “{option}”, trong khi mỗi nhóm cần từ {least} phiếu. Nên gộp lựa chọn này với lựa chọn khác.',
  'outlook.warn.category-nobody':
    'Câu {number}: dự kiến không ai chọn “{option}”. Nên bỏ lựa chọn này hoặc gộp với lựa chọn khác.',
  'outlook.warn.breakdown-mostly-hidden.units':
    '{name}: chỉ {shown} trong {groups} nhóm được nêu, vì phần lớn đơn vị ít người quá. Nên hỏi theo ít đơn vị hơn, hoặc chỉ trông vào kết quả ở cấp trên.',
  'outlook.warn.breakdown-mostly-hidden.groups':
    '{name}: chỉ {shown} trong {groups} nhóm được nêu, vì nhiều nhóm ít người quá. Nên gộp bớt lựa chọn, hoặc bỏ phân nhóm này.',
} as const;
