/** A plan of a union without articles, in Markdown. */
export const plan = `**CÔNG ĐOÀN GIÁO DỤC TỈNH**

# KẾ HOẠCH

**Tổ chức Tháng Công nhân và chăm lo đời sống đoàn viên**

Căn cứ Kế hoạch số 12/KH-LĐLĐ ngày 05/3/2024 của Liên đoàn Lao động tỉnh; Ban Thường vụ xây dựng kế hoạch như sau:

## I. MỤC ĐÍCH, YÊU CẦU

### 1. Mục đích

- Nâng cao nhận thức của đoàn viên về vai trò của tổ chức công đoàn.
- Tạo không khí thi đua sôi nổi chào mừng các ngày lễ lớn.

### 2. Yêu cầu

a) Hoạt động thiết thực, hướng về cơ sở, tránh phô trương, hình thức.

b) Gắn với thực hiện nhiệm vụ chính trị của từng đơn vị.

## II. NỘI DUNG

### 1. Tuyên truyền

a) Treo khẩu hiệu, đăng tin trên trang thông tin điện tử của các đơn vị.

b) Tổ chức tọa đàm về quyền và nghĩa vụ của đoàn viên:

- Mỗi cụm trường tổ chức ít nhất một buổi;
- Mời báo cáo viên của Liên đoàn Lao động tỉnh.

### 2. Chăm lo đời sống đoàn viên

a) Thăm hỏi, tặng quà 200 đoàn viên có hoàn cảnh khó khăn, mỗi suất 1.000.000 đồng.

b) Hỗ trợ xây mới 02 nhà "Mái ấm Công đoàn", mức 60.000.000 đồng/nhà.

c) Khám sức khỏe miễn phí cho 300 nữ nhà giáo ở vùng sâu, vùng xa.

### 3. Phong trào thi đua

a) Phát động thi đua "Đổi mới, sáng tạo trong dạy và học".

b) Biểu dương 30 nhà giáo tiêu biểu.

### 4. Văn hóa, thể thao

Tổ chức giải cầu lông, bóng chuyền hơi cho cán bộ, nhà giáo, người lao động toàn ngành.

## III. KINH PHÍ

1. Nguồn tài chính công đoàn cấp tỉnh: 450.000.000 đồng.

2. Nguồn vận động xã hội hóa.

## IV. TỔ CHỨC THỰC HIỆN

1. Ban Thường vụ Công đoàn Giáo dục tỉnh ban hành kế hoạch, hướng dẫn, kiểm tra việc thực hiện.

2. Công đoàn các trường trực thuộc xây dựng kế hoạch cụ thể trước ngày 20/4/2024.

3. Báo cáo kết quả về Công đoàn Giáo dục tỉnh trước ngày 10/6/2024 để tổng hợp.

**Nơi nhận:**

- Liên đoàn Lao động tỉnh (để báo cáo);
- Lưu: VP.

**TM. BAN THƯỜNG VỤ**
`;
