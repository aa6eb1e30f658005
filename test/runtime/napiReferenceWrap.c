/*
 * Node-API 10 lets an add-on keep references to strings and symbols; Node-API 8 (Electron 25, Node 18) answers
 * napi_invalid_arg, and the add-on then crashes. Linked with
 *   -Wl,--wrap=napi_create_reference,--wrap=napi_get_reference_value
 * this puts such a value into a one-element object before it is referenced and takes it out again on reading. The
 * object carries a type tag of ours, so that an object of the add-on is never mistaken for a box.
 */
#define NAPI_VERSION 8
#include <node_api.h>

static const napi_type_tag box_tag = {0x5d1c0a7e4b2f4963ULL, 0x8f3e6a90c7d1b254ULL};

napi_status __real_napi_create_reference(napi_env env, napi_value value, uint32_t count, napi_ref *result);
napi_status __real_napi_get_reference_value(napi_env env, napi_ref ref, napi_value *result);

static napi_status put_into_box(napi_env env, napi_value value, napi_value *box) {
  napi_status status = napi_create_object(env, box);
  if (status == napi_ok) status = napi_type_tag_object(env, *box, &box_tag);
  if (status == napi_ok) status = napi_set_element(env, *box, 0, value);
  return status;
}

napi_status __wrap_napi_create_reference(napi_env env, napi_value value, uint32_t count, napi_ref *result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type != napi_object && type != napi_function && type != napi_external) {
    napi_value box;
    status = put_into_box(env, value, &box);
    if (status != napi_ok) return status;
    value = box;
  }
  return __real_napi_create_reference(env, value, count, result);
}

napi_status __wrap_napi_get_reference_value(napi_env env, napi_ref ref, napi_value *result) {
  napi_status status = __real_napi_get_reference_value(env, ref, result);
  if (status != napi_ok || *result == NULL) return status;
  napi_valuetype type;
  status = napi_typeof(env, *result, &type);
  if (status != napi_ok || type != napi_object) return status;
  bool is_box = false;
  status = napi_check_object_type_tag(env, *result, &box_tag, &is_box);
  if (status != napi_ok || !is_box) return status;
  return napi_get_element(env, *result, 0, result);
}
