import { between, oneOf, type Chance } from '@danban/server/example/chance';

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Phan',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Hồ',
  'Ngô',
  'Dương',
  'Lý',
];
const middles = [
  'Thị',
  'Văn',
  'Thị Thu',
  'Đức',
  'Minh',
  'Ngọc',
  'Hữu',
  'Thị Thanh',
  'Quang',
  'Xuân',
  'Thị Hồng',
  'Công',
];
const givens =
  'An Anh Ánh Bình Chi Cường Dung Dũng Đào Đạt Giang Hà Hải Hạnh Hiền Hoa Hòa Hùng Huệ Hương Khánh Lan Liên Linh Loan Long Mai Minh Nam Nga Ngân Nhung Oanh Phúc Phương Quân Quỳnh Sơn Tâm Thảo Thủy Trang Trung Tuấn Tú Uyên Vân Việt Vinh Xuân Yến'.split(
    ' ',
  );

export interface ListedTeacher {
  name: string;
  unit: string;
  email: string;
  phone: string;
}

/** So many teachers of so many schools, as many in each, with names people there have. */
export function teachersOf(chance: Chance, count: number, schools: number): ListedTeacher[] {
  return Array.from({ length: count }, (_, i) => ({
    name: `${oneOf(chance, families)} ${oneOf(chance, middles)} ${oneOf(chance, givens)}`,
    unit: `truong.${(i % schools) + 1}`,
    email: `gv${i}@tinh.edu.vn`,
    phone: `09${String(between(chance, 10, 99))}${String(i).padStart(6, '0')}`,
  }));
}
